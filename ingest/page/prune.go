package page

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pruned are the elements that hold no words of an article.
var pruned = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Iframe: true, atom.Object: true,
	atom.Nav: true, atom.Aside: true, atom.Figcaption: true, atom.Button: true, atom.Dialog: true, atom.Select: true,
	atom.Video: true, atom.Audio: true, atom.Canvas: true, atom.Menu: true,
}

// How many bytes of text an element has at the most that is taken for what its
// name says: some pages put all into a "share" container, and some blogs call a
// story by its tags.
const (
	longText  = 1500
	shortText = 300
)

// noise are words, and pairs of words, in the classes and IDs of what stands
// beside an article, with the most text that it has.
var noise = map[string]int{
	"related": longText, "read more": longText, "readmore": longText, "see also": longText, "newsletter": longText, "subscribe": longText,
	"paywall": longText, "advert": longText, "advertisement": longText, "advertising": longText, "ad slot": longText, "ad unit": longText,
	"ad container": longText, "promo": longText, "comments": longText, "cookie": longText, "cookies": longText, "consent": longText,
	"breadcrumb": longText, "breadcrumbs": longText, "most read": longText, "most popular": longText, "recommended": longText,
	"sponsored": longText, "share": shortText, "sharing": shortText, "social": shortText, "comment": shortText, "caption": shortText,
	"credit": shortText, "credits": shortText, "tag": shortText, "tags": shortText,
}

// noiseOf returns how much text an element of a class or ID has that stands
// beside an article; 0 where the name has no word, nor two in a row, of noise.
func noiseOf(name string) int {
	most, last := 0, ""
	for word := range strings.FieldsFuncSeq(strings.ToLower(name), isBetweenWords) {
		most = max(most, noise[word], noise[last+" "+word])
		last = word
	}
	return most
}

func isBetweenWords(r rune) bool { return r == ' ' || r == '-' || r == '_' || r == '\n' || r == '\t' }

// prune takes out of a document what is beside the article. A long element that
// is only called so is left: some pages put all into a "share" container.
func prune(doc *html.Node) {
	var gone []*html.Node
	walk(doc, func(n *html.Node) bool {
		if n.Type == html.CommentNode || n.Type == html.ElementNode && isPruned(n) {
			gone = append(gone, n)
			return false
		}
		return true
	})
	for _, n := range gone {
		n.Parent.RemoveChild(n)
	}
}

func isPruned(n *html.Node) bool {
	switch {
	case n.DataAtom == atom.Html || n.DataAtom == atom.Body || n.DataAtom == atom.Head || n.DataAtom == atom.Article || n.DataAtom == atom.Main:
		return false
	case pruned[n.DataAtom]:
		return true
	case attr(n, "aria-hidden") == "true", attr(n, "role") == "dialog", attr(n, "role") == "navigation":
		return true
	case len(n.Attr) == 0 && n.DataAtom != atom.Form:
		return false
	}
	most := max(noiseOf(attr(n, "class")), noiseOf(attr(n, "id")))
	if n.DataAtom == atom.Form { // of some pages, all of it is one
		most = longText
	}
	return most > 0 && hasLess(n, most)
}

// hasLess reports whether the text below a node has less than so many bytes,
// white space apart. It looks no further than that.
func hasLess(n *html.Node, most int) bool {
	length := 0
	walk(n, func(d *html.Node) bool {
		if d.Type == html.TextNode && length < most {
			length += textLength(d.Data)
		}
		return length < most
	})
	return length < most
}

func textLength(s string) int {
	n := 0
	for word := range strings.FieldsSeq(s) {
		n += len(word) + 1
	}
	return n
}

// leadsElsewhere matches a paragraph that is no part of the text.
var leadsElsewhere = regexp.MustCompile(`(?i)^(?:(?:read|see|more|watch|listen|also read|related|don[’']t miss)(?: more| also| next)?\s*(?:on this(?: story)?|stories)?\s*:|` +
	`(?:read more|see also|advertisement|advertising|sponsored|share this (?:story|post|article)|sign up (?:for|to)\b|subscribe (?:now|to)\b|follow us\b|click here\b|` +
	`(?:photo|picture|image|video)(?:graph)?(?: by| credit)?\s*[:/]|©|copyright\b|all rights reserved|already a subscriber\b|this article is for subscribers\b))`)

// withoutNoise leaves out the blocks that are no part of the text: those that
// lead elsewhere, and those that are nothing but a link.
func withoutNoise(blocks []block) []block {
	var kept []block
	for _, b := range blocks {
		if !(leadsElsewhere.MatchString(b.text) && len(b.text) < 300) && !(b.linked && !isSentence(b.text)) {
			kept = append(kept, b)
		}
	}
	for len(kept) > 0 && kept[len(kept)-1].heading { // a heading of what was left out
		kept = kept[:len(kept)-1]
	}
	return kept
}

// join writes blocks with a blank line between.
func join(blocks []block) string {
	texts := make([]string, len(blocks))
	for i, b := range blocks {
		texts[i] = b.text
	}
	return strings.Join(texts, "\n\n")
}
