package page

import (
	"encoding/json"
	"html"
	"slices"
	"strings"
)

// linked is what JSON-LD tells of an article (schema.org).
type linked struct {
	headline, published, modified string
	language, address, publisher  string
	body                          string
	authors                       []string
}

// articleTypes are the types of schema.org for an article that do not end so.
var articleTypes = []string{"LiveBlogPosting", "BlogPosting", "Report", "InterviewTranscript"}

// maxDepth bounds how deep articles are looked for.
const maxDepth = 6

// parseLinked returns the article of a script, nil where it has none or is not
// JSON.
func parseLinked(script string) *linked {
	script = strings.TrimSpace(script)
	script = strings.TrimSuffix(strings.TrimPrefix(script, "<!--"), "-->")
	script = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(script), "//<![CDATA["), "//]]>")
	var value any
	if json.Unmarshal([]byte(script), &value) != nil {
		return nil
	}
	return findLinked(value, 0)
}

// findLinked returns the first article in a value, in arrays and graphs too. One
// in a list of a page's other articles is none of this page.
func findLinked(value any, depth int) *linked {
	if depth > maxDepth {
		return nil
	}
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			if found := findLinked(element, depth+1); found != nil {
				return found
			}
		}
	case map[string]any:
		if isArticleType(v["@type"]) {
			return newLinked(v)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if found := findLinked(v[key], depth+1); found != nil {
				return found
			}
		}
	}
	return nil
}

func isArticleType(value any) bool {
	return slices.ContainsFunc(stringsOf(value), func(t string) bool {
		t = t[strings.LastIndexAny(t, "/:#")+1:] // "schema:NewsArticle"
		return strings.HasSuffix(t, "Article") || slices.Contains(articleTypes, t)
	})
}

func newLinked(v map[string]any) *linked {
	l := &linked{
		headline: text(v["headline"]), published: text(v["datePublished"]), modified: text(v["dateModified"]),
		language: name(v["inLanguage"]), publisher: name(v["publisher"]), body: html.UnescapeString(text(v["articleBody"])),
		address: firstOf(text(v["url"]), id(v["mainEntityOfPage"]), id(v)),
	}
	if l.headline == "" {
		l.headline = text(v["name"])
	}
	authors, ok := v["author"].([]any)
	if !ok {
		authors = []any{v["author"]}
	}
	for _, a := range authors[:min(len(authors), maxNames)] {
		if n := name(a); n != "" {
			l.authors = append(l.authors, n)
		}
	}
	return l
}

// better returns the one with a headline, of two the first.
func (l *linked) better(other *linked) *linked {
	if l == nil || l.headline == "" && other != nil {
		return other
	}
	return l
}

// text returns a string, or the first of an array of them.
func text(value any) string {
	if all := stringsOf(value); len(all) > 0 {
		return oneOf(all[0])
	}
	return ""
}

func oneOf(s string) string { return strings.TrimSpace(html.UnescapeString(s)) }

func stringsOf(value any) []string {
	switch v := value.(type) {
	case string:
		return []string{v}
	case []any:
		var all []string
		for _, element := range v {
			if s, ok := element.(string); ok {
				all = append(all, s)
			}
		}
		return all
	}
	return nil
}

// name returns the name of a person, a body or a language, which may be an
// object or its name alone. An address is none.
func name(value any) string {
	if all, ok := value.([]any); ok && len(all) > 0 {
		value = all[0]
	}
	s := text(value)
	if v, ok := value.(map[string]any); ok {
		if s = text(v["name"]); s == "" {
			s = text(v["alternateName"])
		}
	}
	if strings.Contains(s, "://") {
		return ""
	}
	return Line(s)
}

// id returns the address that stands for an object.
func id(value any) string {
	v, ok := value.(map[string]any)
	if !ok {
		return text(value)
	}
	return text(v["@id"])
}
