// Package page reads the article of a web page: its text without menus, captions
// and what leads elsewhere, and what the page tells of it in JSON-LD, OpenGraph
// and other metadata. Pure.
package page

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"github.com/onrecord/onrecord"
)

// The bounds of a page.
const (
	MaxBytes    = 8 << 20 // of HTML; pages of news have 0.05 to 2 MB
	maxElements = 100_000
	maxAddress  = 2048 // bytes
)

// ErrNoArticle: the page has no article: a front page, a search form, a notice.
var ErrNoArticle = errors.New("no article in the page")

// Options say what is known of a page. The zero value works.
type Options struct {
	URL         string // where it was found
	ContentType string // as its server says, with a charset
	Outlet      string // whose it is where it does not say; "" is the name of its host
}

// Parse returns the article of a page. Its encoding is the one that the page or
// its server names, unless it is valid UTF-8. ErrNoArticle where there is none.
func Parse(content []byte, o Options) (onrecord.Article, error) {
	if len(content) > MaxBytes {
		return onrecord.Article{}, fmt.Errorf("longer than the %d bytes that a page may have", MaxBytes)
	}
	doc, err := html.Parse(bytes.NewReader(decode(content, o.ContentType)))
	if err != nil {
		return onrecord.Article{}, err
	}
	m := readMetadata(doc)
	a := m.article(o.URL)
	a.Outlet = firstOf(a.Outlet, o.Outlet, outletOf(a.URL))
	prune(doc)
	a.Text = mainText(doc, m, a.Title)
	if a.Text == "" {
		a.Text = m.body()
	}
	if a.Text == "" {
		return onrecord.Article{}, ErrNoArticle
	}
	return a, nil
}

// Text returns the words of a piece of HTML, such as the content of a feed's
// entry: paragraphs with a blank line between.
func Text(fragment string) string {
	doc, err := html.Parse(strings.NewReader(fragment))
	if err != nil {
		return ""
	}
	prune(doc)
	return join(withoutNoise(blocksOf(doc)))
}

// decode returns the content in UTF-8.
func decode(content []byte, contentType string) []byte {
	content = bytes.TrimPrefix(content, []byte("\uFEFF"))
	if utf8.Valid(content) {
		return content
	}
	encoding, _, _ := charset.DetermineEncoding(content[:min(len(content), 1024)], contentType)
	decoded, err := encoding.NewDecoder().Bytes(content)
	if err != nil {
		return bytes.ToValidUTF8(content, []byte("\uFFFD"))
	}
	return bytes.TrimPrefix(decoded, []byte("\uFEFF"))
}

// mainText returns the text of the article in a document that has been pruned,
// "" where there is none. The document is not usable afterwards.
func mainText(doc *html.Node, m *metadata, title string) string {
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	parser.DisableJSONLD = true
	found, err := parser.ParseAndMutate(doc, nil)
	if err != nil || found.Node == nil {
		return ""
	}
	blocks := blocksOf(found.Node)
	teasers, sentences := 0, 0
	for _, b := range blocks {
		switch {
		case b.heading && b.linked:
			teasers++
		case !b.heading && isSentence(b.text):
			sentences++
		}
	}
	if sentences == 0 || !m.isArticle && (teasers >= 3 && teasers*2 >= sentences || sentences == 1) {
		return ""
	}
	return join(withoutTitle(withoutNoise(blocks), title))
}

// isSentence reports whether a paragraph is one or more sentences, and not a
// label or the text of a link.
func isSentence(s string) bool {
	return strings.Count(s, " ") >= 5 && strings.ContainsAny(s[len(s)-min(len(s), 8):], ".!?:”\"’»…)")
}

// withoutTitle leaves out the headline where the text begins with it once more.
func withoutTitle(blocks []block, title string) []block {
	if len(blocks) > 1 && title != "" && strings.EqualFold(blocks[0].text, title) {
		return blocks[1:]
	}
	return blocks
}

// absolute returns an http or https address, resolved against the page's; ""
// where it is none.
func absolute(address, base string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return ""
	}
	if b, err := url.Parse(base); err == nil && base != "" {
		u = b.ResolveReference(u)
	}
	if address = u.String(); u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || len(address) > maxAddress {
		return ""
	}
	return address
}
