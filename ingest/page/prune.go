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
	atom.Nav: true, atom.Aside: true, atom.Figcaption: true, atom.Form: true, atom.Button: true, atom.Dialog: true, atom.Select: true,
	atom.Video: true, atom.Audio: true, atom.Canvas: true, atom.Menu: true,
}

// noise are words, and pairs of words, in the classes and IDs of what stands
// beside an article.
var noise = set("related", "read more", "readmore", "see also", "newsletter", "subscribe", "paywall", "advert", "advertisement", "advertising",
	"ad slot", "ad unit", "ad container", "promo", "share", "sharing", "social", "comment", "comments", "caption", "credit", "credits", "cookie",
	"cookies", "consent", "breadcrumb", "breadcrumbs", "most read", "most popular", "recommended", "sponsored", "tag", "tags")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// isNoise reports whether a class or an ID has a word, or two in a row, of noise.
func isNoise(name string) bool {
	last := ""
	for word := range strings.FieldsFuncSeq(strings.ToLower(name), isBetweenWords) {
		if noise[word] || last != "" && noise[last+" "+word] {
			return true
		}
		last = word
	}
	return false
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

// longText is how many bytes of text a container has that is taken for more than
// its name says.
const longText = 1500

func isPruned(n *html.Node) bool {
	switch {
	case n.DataAtom == atom.Html || n.DataAtom == atom.Body || n.DataAtom == atom.Head || n.DataAtom == atom.Article || n.DataAtom == atom.Main:
		return false
	case pruned[n.DataAtom]:
		return true
	case attr(n, "hidden") != "", attr(n, "aria-hidden") == "true", attr(n, "role") == "dialog", attr(n, "role") == "navigation":
		return true
	case len(n.Attr) == 0:
		return false
	}
	class, id := attr(n, "class"), attr(n, "id")
	return (isNoise(class) || isNoise(id)) && len(Line(innerText(n))) < longText
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
