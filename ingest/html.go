package ingest

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/onrecord/onrecord/ingest/page"
)

// isHTML reports whether a source is a web page: its first element is one of
// HTML, or it is called so.
func isHTML(h head) bool {
	if h.begin[0] != '<' {
		return h.called(".html", ".htm", ".xhtml", "text/html", "application/xhtml+xml") && h.begin[0] != '{'
	}
	root := rootElement(h.begin)
	return htmlElements[root] || h.called(".html", ".htm", ".xhtml", "text/html", "application/xhtml+xml")
}

// htmlElements are the elements that a page can begin with.
var htmlElements = map[string]bool{
	"!doctype html": true, "html": true, "head": true, "body": true, "title": true, "meta": true, "link": true, "script": true, "style": true,
	"div": true, "p": true, "article": true, "main": true, "section": true, "header": true, "table": true, "h1": true, "h2": true, "base": true,
}

// rootElement returns the name, in lower case and without a prefix, of the first
// element of markup, behind comments, processing instructions and document
// types; of HTML's document type "!doctype html".
func rootElement(begin []byte) string {
	for {
		begin = bytes.TrimLeft(begin, space)
		var end string
		switch {
		case bytes.HasPrefix(begin, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(begin, []byte("<?")):
			end = "?>"
		case len(begin) > 15 && strings.EqualFold(string(begin[:14]), "<!doctype html") && strings.IndexByte("> \t\r\n", begin[14]) >= 0:
			return "!doctype html"
		case bytes.HasPrefix(begin, []byte("<!")):
			end = ">"
			if i := bytes.IndexByte(begin, '['); i >= 0 && i < max(bytes.IndexByte(begin, '>'), 0) {
				end = "]>"
			}
		default:
			return elementName(begin)
		}
		_, behind, found := bytes.Cut(begin, []byte(end))
		if !found {
			return ""
		}
		begin = behind
	}
}

// elementName returns the name of the element that markup begins with.
func elementName(begin []byte) string {
	if len(begin) == 0 || begin[0] != '<' {
		return ""
	}
	name := begin[1:]
	if i := bytes.IndexAny(name, "/> \t\r\n"); i >= 0 {
		name = name[:i]
	}
	return strings.ToLower(string(name[bytes.LastIndexByte(name, ':')+1:]))
}

// html reads a web page.
func (s *source) html(yield func(Item) bool) {
	content, err := s.whole(page.MaxBytes)
	if err != nil {
		yield(Item{Where: s.name, Err: err})
		return
	}
	yield(s.pageItem(content, s.name, page.Options{URL: s.options.Defaults.URL, ContentType: s.options.MediaType, Outlet: s.options.Defaults.Outlet}))
}

// pageItem reads one web page.
func (s *source) pageItem(content []byte, where string, o page.Options) Item {
	a, err := page.Parse(content, o)
	if errors.Is(err, page.ErrNoArticle) {
		err = ErrNoArticle
	}
	return Item{Where: where, Format: "html", Article: a, Err: err}
}

// whole reads all of a source that must not be longer than most bytes.
func (s *source) whole(most int) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(s.in, int64(most)+1))
	if err == nil && len(content) > most {
		err = tooLong(most)
	}
	return content, err
}
