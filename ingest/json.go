package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/ingest/agency"
)

// jsonNames are the names that outside JSON gives each field: ours, and those of
// the REST API and its proto.
var jsonNames = []struct {
	key   string // of setField
	names []string
}{
	{"url", []string{"url", "uri"}},
	{"outlet", []string{"outlet"}},
	{"title", []string{"title", "headline"}},
	{"published", []string{"published", "date", "publishedTime", "published_time"}},
	{"language", []string{"language", "languageCode", "language_code"}},
	{"text", []string{"text"}},
	{"author", []string{"authors", "author"}},
	{"modified", []string{"modified", "modifiedTime", "modified_time"}},
	{"canonical", []string{"canonicalUri", "canonical_uri"}},
	{"slug", []string{"slug"}},
	{"edition", []string{"edition"}},
	{"dateline", []string{"dateline"}},
}

// plainArticle reads the article of an object, and the names of its fields that
// are none of an article's. Where there is an error, which is that of the first
// bad field, the article has the others.
func plainArticle(object map[string]json.RawMessage, m FieldMap) (a onrecord.Article, ignored []string, err error) {
	err = m.apply(&a, object)
	for _, f := range jsonNames {
		set := ""
		for _, name := range f.names {
			content, ok := object[name]
			delete(object, name)
			if !ok || string(content) == "null" {
				continue
			}
			bad := fmt.Errorf("%s: is given as %s too", name, set)
			if set == "" {
				set, bad = name, setValue(&a, f.key, name, content)
			}
			if err == nil {
				err = bad
			}
		}
	}
	if err != nil {
		return a, nil, err
	}
	return a, slices.Sorted(maps.Keys(object)), nil
}

func parseObject(raw []byte) (map[string]json.RawMessage, error) {
	if !utf8.Valid(raw) {
		return nil, errors.New("must be valid UTF-8")
	}
	var fields map[string]json.RawMessage
	err := json.Unmarshal(raw, &fields)
	switch {
	case err == nil && fields != nil:
		return fields, nil
	case json.Valid(raw):
		return nil, fmt.Errorf("not a JSON object but %s", typeName(raw))
	}
	return nil, fmt.Errorf("not a JSON object: %w", err)
}

// typeName tells people what a JSON value is.
func typeName(raw []byte) string {
	switch bytes.TrimLeft(raw, space)[0] {
	case '{':
		return "an object"
	case '[':
		return "an array"
	case '"':
		return "a string"
	case 't', 'f':
		return "true or false"
	case 'n':
		return "null"
	}
	return "a number"
}

// An objectKind is what a JSON object holds, told by its names.
type objectKind struct {
	name string
	is   func(object map[string]json.RawMessage) bool
	// items yields what is in it, and reports whether the caller wants more.
	items func(raw []byte, where string, yield func(Item) bool) bool
}

// objectKinds are those that are not an article by the names of our own.
func objectKinds() []objectKind {
	return []objectKind{
		{"json feed", isJSONFeed, feedItems},
		{"ninjs", agency.IsNinjs, ninjsItem},
		{"gdelt quotation graph", isGQG, gqgItem},
		{"quotebank quotation", isQuote, quoteItem},
		{"quotebank article", isQuotedArticle, quotedArticleItem},
	}
}

// jsonItems yields the articles of one JSON value. It reports whether the caller
// wants more.
func (s *source) jsonItems(raw []byte, where string, yield func(Item) bool) bool {
	object, err := parseObject(raw)
	if err != nil {
		return yield(Item{Where: where, Raw: raw, Err: err})
	}
	for _, kind := range objectKinds() {
		if len(s.options.Fields) == 0 && kind.is(object) {
			return kind.items(raw, where, func(item Item) bool {
				item.Format = kind.name
				return yield(item)
			})
		}
	}
	a, ignored, err := plainArticle(object, s.options.Fields)
	item := Item{Where: where, Article: a, Ignored: ignored, Err: err}
	if err != nil {
		item.Raw = raw
	}
	return yield(item)
}
