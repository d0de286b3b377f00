package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
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
}

// parseJSON reads one article, and the names of the fields that are none of its.
func parseJSON(raw []byte) (a onrecord.Article, ignored []string, err error) {
	fields, err := parseObject(raw)
	if err != nil {
		return a, nil, err
	}
	for _, f := range jsonNames {
		set := ""
		for _, name := range f.names {
			content, ok := fields[name]
			delete(fields, name)
			if !ok || string(content) == "null" {
				continue
			}
			if set != "" {
				return a, nil, fmt.Errorf("%s: is given as %s too", name, set)
			}
			set = name
			var value string
			if err := json.Unmarshal(content, &value); err != nil {
				return a, nil, fmt.Errorf("%s: takes a string, not %s", name, typeName(content))
			}
			if err := setField(&a, f.key, value); err != nil {
				return a, nil, err
			}
		}
	}
	for name := range fields {
		ignored = append(ignored, name)
	}
	slices.Sort(ignored)
	return a, ignored, nil
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

// jsonItem reads the article of one JSON value.
func jsonItem(raw []byte, where string) Item {
	a, ignored, err := parseJSON(raw)
	return Item{Where: where, Article: a, Ignored: ignored, Err: err}
}
