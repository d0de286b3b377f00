package page

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// hasClass reports whether an element has one of the classes.
func hasClass(n *html.Node, classes ...string) bool {
	for class := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		if slices.Contains(classes, class) {
			return true
		}
	}
	return false
}

// walk calls f for each node below n, in order; not below those for which f is
// false. html.Parse bounds how deep that goes.
func walk(n *html.Node, f func(*html.Node) bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if f(c) {
			walk(c, f)
		}
	}
}

// innerText returns all text below a node.
func innerText(n *html.Node) string {
	var b strings.Builder
	walk(n, func(d *html.Node) bool {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
		return true
	})
	return b.String()
}

// Line makes one space of each run of white space, and leaves out control
// characters.
func Line(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if strings.ContainsFunc(s, unicode.IsControl) {
		s = strings.Map(func(r rune) rune {
			if unicode.IsControl(r) {
				return -1
			}
			return r
		}, s)
	}
	return s
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

func unique(names []string) []string {
	var kept []string
	for _, n := range names {
		if n != "" && !slices.Contains(kept, n) && len(kept) < maxNames {
			kept = append(kept, n)
		}
	}
	return kept
}

// by matches what stands before the names of a byline.
var by = regexp.MustCompile(`(?i)^(?:(?:written|story|reporting|text)\s+)?by\s+`)

// between matches what stands between the names of a byline.
var between = regexp.MustCompile(`\s*(?:,|;|\||\s&\s|\sand\s)\s*`)

// Names returns the names of a byline: "By Ida Holm and Jonas Brandt". An
// address is none.
func Names(byline string) []string {
	if len(byline) > 300 || strings.Contains(byline, "://") {
		return nil
	}
	var names []string
	for _, name := range between.Split(by.ReplaceAllString(byline, ""), -1) {
		if name = strings.TrimSpace(name); name != "" && len(name) <= 100 {
			names = append(names, name)
		}
	}
	return names
}

// withoutOutlet cuts the outlet off a page's title: "Talks resume | Harbour
// Herald".
func withoutOutlet(title, outlet string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " · "} {
		if i := strings.LastIndex(title, sep); i > 0 && outlet != "" && strings.EqualFold(title[i+len(sep):], outlet) {
			return title[:i]
		}
	}
	return title
}

// tag matches the form of a BCP 47 tag.
var tag = regexp.MustCompile(`^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$`)

// LanguageTag returns the first value that is a language tag.
func LanguageTag(values ...string) string {
	for _, v := range values {
		if v = strings.ReplaceAll(strings.TrimSpace(v), "_", "-"); tag.MatchString(v) {
			return v
		}
	}
	return ""
}
