package page

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A block is a paragraph, a heading or an item of a list.
type block struct {
	text    string
	heading bool
	linked  bool // all of it is one or more links
}

// inline are the elements that do not begin a block.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Cite: true, atom.Code: true, atom.Data: true,
	atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true, atom.Kbd: true, atom.Label: true, atom.Mark: true,
	atom.Q: true, atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true, atom.Strike: true, atom.Strong: true, atom.Sub: true,
	atom.Sup: true, atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true, atom.Ruby: true, atom.Rt: true, atom.Rp: true,
}

// A writer gathers blocks.
type writer struct {
	blocks  []block
	words   strings.Builder
	plain   bool // something outside of a link was written to words
	heading bool
	links   int // how many links are open
	breaks  int // line breaks since the last word
}

// blocksOf returns the blocks below a node.
func blocksOf(n *html.Node) []block {
	w := new(writer)
	w.node(n)
	w.end()
	return w.blocks
}

// node writes a node and what is below it; html.Parse bounds how deep that is.
func (w *writer) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.text(n.Data)
		return
	case n.Type == html.ElementNode && n.DataAtom == atom.Br:
		w.breaks++
		return
	case n.Type == html.ElementNode && (n.DataAtom == atom.Title || pruned[n.DataAtom]):
		return
	}
	isBlock := n.Type != html.ElementNode || !inline[n.DataAtom]
	if isBlock {
		w.end()
	}
	heading := isHeading(n.DataAtom)
	w.heading = w.heading || heading
	if n.DataAtom == atom.A {
		w.links++
		defer func() { w.links-- }()
	}
	quote := n.DataAtom == atom.Q
	if quote {
		w.words.WriteString("“")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	if quote {
		w.words.WriteString("”")
	}
	if isBlock {
		w.end()
	}
	if heading {
		w.heading = false
	}
}

func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// turn matches the beginning of a speaker's turn: "KAI LINDEN: ".
var turn = regexp.MustCompile(`^\s*[\p{Lu}][\p{Lu}\d.’' ()-]*:\s`)

// text writes words. Two line breaks before them begin a paragraph, and so does
// one before a speaker's turn.
func (w *writer) text(s string) {
	if strings.TrimSpace(s) == "" {
		w.words.WriteByte(' ')
		return
	}
	switch {
	case w.breaks > 1 || w.breaks == 1 && turn.MatchString(s):
		w.end()
	case w.breaks == 1:
		w.words.WriteByte(' ')
	}
	w.breaks = 0
	w.words.WriteString(s)
	w.plain = w.plain || w.links == 0
}

// end ends the block.
func (w *writer) end() {
	if s := Line(w.words.String()); s != "" {
		w.blocks = append(w.blocks, block{text: s, heading: w.heading, linked: !w.plain})
	}
	w.words.Reset()
	w.plain, w.breaks = false, 0
}

// paragraphs returns the lines of a text as blocks.
func paragraphs(s string) []block {
	var blocks []block
	for line := range strings.Lines(s) {
		if line = Line(line); line != "" {
			blocks = append(blocks, block{text: line})
		}
	}
	return blocks
}
