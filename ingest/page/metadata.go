package page

import (
	"net/url"
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/ingest/when"
)

// metadata is what a page tells of its article outside of the text.
type metadata struct {
	meta      map[string][]string // of <meta>, by name or property in lower case
	ld        *linked             // JSON-LD; nil where there is none
	canonical string
	language  string // of <html>
	title     string // of <title>
	heading   string // the first <h1>
	time      string // the first <time>
	bylines   []string
	isArticle bool // it says that it is one
}

// The bounds of what is kept.
const (
	maxMetas  = 500
	maxScript = 1 << 20 // bytes of JSON-LD
)

func readMetadata(doc *html.Node) *metadata {
	m := &metadata{meta: make(map[string][]string)}
	walk(doc, func(n *html.Node) bool {
		if n.Type == html.ElementNode {
			m.element(n)
		}
		return true
	})
	m.isArticle = m.ld != nil || m.first("og:type") == "article"
	return m
}

func (m *metadata) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		m.language = attr(n, "lang")
	case atom.Meta:
		m.addMeta(n)
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") && m.canonical == "" {
			m.canonical = attr(n, "href")
		}
	case atom.Title:
		m.set(&m.title, n)
	case atom.H1:
		m.set(&m.heading, n)
	case atom.Time:
		if m.time == "" {
			m.time = attr(n, "datetime")
		}
	case atom.Script:
		if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil && len(n.FirstChild.Data) <= maxScript {
			m.ld = m.ld.better(parseLinked(n.FirstChild.Data))
		}
	}
	if len(n.Attr) > 0 && len(m.bylines) < maxNames && isByline(n) {
		m.bylines = append(m.bylines, Names(Line(innerText(n)))...)
	}
}

func isByline(n *html.Node) bool {
	return attr(n, "rel") == "author" || attr(n, "itemprop") == "author" || hasClass(n, "byline")
}

func (m *metadata) set(to *string, n *html.Node) {
	if *to == "" {
		*to = Line(innerText(n))
	}
}

func (m *metadata) addMeta(n *html.Node) {
	content := strings.TrimSpace(attr(n, "content"))
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		if name := strings.ToLower(attr(n, key)); name != "" && content != "" && len(m.meta) < maxMetas {
			m.meta[name] = append(m.meta[name], content)
		}
	}
}

// first returns the content of the first name that there is.
func (m *metadata) first(names ...string) string {
	for _, name := range names {
		if values := m.meta[name]; len(values) > 0 {
			return values[0]
		}
	}
	return ""
}

// article returns what is known of the article of a page at an address.
func (m *metadata) article(address string) onrecord.Article {
	ld := m.ld
	if ld == nil {
		ld = &linked{}
	}
	canonical := absolute(firstOf(m.canonical, m.first("og:url"), ld.address), address)
	a := onrecord.Article{ArticleInfo: onrecord.ArticleInfo{URL: firstOf(address, canonical)}}
	if canonical != a.URL {
		a.CanonicalURL = canonical
	}
	a.Outlet = Line(firstOf(ld.publisher, m.first("og:site_name", "application-name", "publisher")))
	a.Title = Line(firstOf(ld.headline, m.first("og:title", "twitter:title"), m.heading, withoutOutlet(m.title, a.Outlet)))
	a.Language = LanguageTag(m.language, ld.language, m.first("content-language", "og:locale", "language"))
	a.Published, a.UTCOffset = m.published(ld.published, a.URL)
	a.Modified, _ = when.Parse(firstOf(ld.modified, m.first("article:modified_time", "og:updated_time", "last-modified", "datemodified", "dcterms.modified")))
	a.Authors = m.authors(ld.authors)
	return a
}

// outletOf names an outlet by its address.
func outletOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// publishedNames are the names under which pages tell when they came out.
var publishedNames = []string{
	"article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
	"publish-date", "publication_date", "article.published", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "dcterms.date", "date",
}

// pathDate matches a day in the path of an address.
var pathDate = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?:/|$|-)`)

// published returns when the article came out, and the offset of its zone.
func (m *metadata) published(ld, address string) (onrecord.Date, time.Duration) {
	values := []string{ld}
	for _, name := range publishedNames {
		values = append(values, m.first(name))
	}
	values = append(values, m.time)
	if found := pathDate.FindStringSubmatch(address); found != nil {
		values = append(values, strings.Join(found[1:], "-"))
	}
	for _, v := range values {
		if d, ok := when.Parse(v); ok {
			return d, when.Offset(v)
		}
	}
	return onrecord.Date{}, 0
}

// maxNames bounds the authors.
const maxNames = 50

func (m *metadata) authors(ld []string) []string {
	if len(ld) > 0 {
		return unique(ld)
	}
	var names []string
	for _, key := range []string{"article:author", "author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author"} {
		for _, v := range m.meta[key] {
			if names = append(names, Names(Line(v))...); len(names) > 0 {
				return unique(names)
			}
		}
	}
	return unique(m.bylines)
}

// body returns the text that JSON-LD has of the article.
func (m *metadata) body() string {
	if m.ld == nil || !isSentence(strings.TrimSpace(m.ld.body)) {
		return ""
	}
	if strings.Contains(m.ld.body, "</p>") {
		return Text(m.ld.body)
	}
	return join(withoutNoise(paragraphs(m.ld.body)))
}
