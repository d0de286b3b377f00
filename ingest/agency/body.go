package agency

import (
	"strings"

	"github.com/onrecord/onrecord/ingest/page"
)

// beside are the elements of NITF and XHTML that stand beside the text.
var beside = map[string]bool{
	"media": true, "figure": true, "figcaption": true, "table": true, "script": true, "style": true, "aside": true, "nav": true, "note": true,
	"bibliography": true, "fn": true, "img": true, "title": true, "head": true, "nitf-table": true,
}

// inline are the elements of NITF and XHTML within a paragraph.
var inline = map[string]bool{
	"a": true, "abbr": true, "acronym": true, "alt-code": true, "b": true, "chron": true, "city": true, "copyrite": true, "country": true, "em": true,
	"event": true, "frac": true, "function": true, "i": true, "lang": true, "location": true, "money": true, "name.given": true, "name.family": true,
	"num": true, "object.title": true, "org": true, "person": true, "pronounce": true, "q": true, "region": true, "small": true, "span": true,
	"state": true, "strong": true, "sub": true, "sublocation": true, "sup": true, "u": true, "virtloc": true, "cite": true, "code": true, "time": true,
}

// A writer gathers the paragraphs of a body.
type writer struct {
	paragraphs []string
	words      strings.Builder
}

// paragraphs returns the text below a node, with blank lines between its blocks.
func paragraphs(n *node) string {
	if n == nil {
		return ""
	}
	var w writer
	w.node(n)
	w.end()
	return strings.Join(w.paragraphs, "\n\n")
}

func (w *writer) node(n *node) {
	switch {
	case n.name == "":
		w.words.WriteString(n.text)
		return
	case beside[n.name]:
		return
	case n.name == "br":
		w.words.WriteByte(' ')
		return
	}
	if !inline[n.name] {
		w.end()
		defer w.end()
	}
	for _, c := range n.children {
		w.node(c)
	}
}

func (w *writer) end() {
	if s := page.Line(w.words.String()); s != "" {
		w.paragraphs = append(w.paragraphs, s)
	}
	w.words.Reset()
}
