package agency

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"

	"github.com/onrecord/onrecord/ingest/page"
)

// The bounds of XML.
const (
	maxDepth = 200
	maxNodes = 500_000
)

// ErrEntities: a document declares entities of its own, which could grow without
// end.
var ErrEntities = errors.New("declares entities, which are not taken")

var (
	errDepth = fmt.Errorf("elements are nested deeper than %d", maxDepth)
	errNodes = fmt.Errorf("has more than %d elements and texts", maxNodes)
)

// A node is an element, or a text where it has no name.
type node struct {
	name     string // without a prefix
	attrs    map[string]string
	text     string
	children []*node
}

// newDecoder returns a decoder that expands nothing but the entities of XML and
// HTML.
func newDecoder(r io.Reader) *xml.Decoder {
	d := xml.NewDecoder(r)
	d.CharsetReader = charset.NewReaderLabel
	d.Entity = xml.HTMLEntity
	return d
}

// start returns the next element that begins; io.EOF where there is none.
func start(d *xml.Decoder) (xml.StartElement, error) {
	for {
		token, err := d.Token()
		if err != nil {
			return xml.StartElement{}, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			return t, nil
		case xml.Directive:
			if bytes.Contains(bytes.ToUpper(t), []byte("<!ENTITY")) {
				return xml.StartElement{}, ErrEntities
			}
		}
	}
}

// tree reads an element that has begun.
func tree(d *xml.Decoder, begin xml.StartElement) (*node, error) {
	root := newNode(begin)
	open := []*node{root}
	for n := 0; len(open) > 0; n++ {
		token, err := d.Token()
		if err != nil {
			return nil, err
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			child := newNode(t)
			top.children = append(top.children, child)
			open = append(open, child)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.children = append(top.children, &node{text: string(t)})
		}
		switch {
		case len(open) > maxDepth:
			return nil, errDepth
		case n > maxNodes:
			return nil, errNodes
		}
	}
	return root, nil
}

func newNode(e xml.StartElement) *node {
	n := &node{name: e.Name.Local}
	if len(e.Attr) > 0 {
		n.attrs = make(map[string]string, len(e.Attr))
		for _, a := range e.Attr {
			n.attrs[a.Name.Local] = a.Value
		}
	}
	return n
}

// attr returns an attribute, "" where there is none; so for no node.
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	return n.attrs[name]
}

// child returns the first element at a path of names, nil where there is none.
func (n *node) child(path ...string) *node {
	for _, name := range path {
		if n = n.first(name); n == nil {
			return nil
		}
	}
	return n
}

func (n *node) first(name string) *node {
	for _, c := range n.all(name) {
		return c
	}
	return nil
}

// all returns the child elements of a name; so for no node.
func (n *node) all(name string) []*node {
	var found []*node
	if n != nil {
		for _, c := range n.children {
			if c.name == name {
				found = append(found, c)
			}
		}
	}
	return found
}

// find returns the first element of a name below a node, nil where there is
// none.
func (n *node) find(name string) *node {
	if n == nil {
		return nil
	}
	for _, c := range n.children {
		if c.name == name {
			return c
		}
		if found := c.find(name); found != nil {
			return found
		}
	}
	return nil
}

// words returns the text below a node in one line.
func (n *node) words() string {
	var b strings.Builder
	n.write(&b)
	return page.Line(b.String())
}

func (n *node) write(b *strings.Builder) {
	if n == nil {
		return
	}
	b.WriteString(n.text)
	for _, c := range n.children {
		c.write(b)
	}
}
