package ingest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/ingest/when"
)

// fields are the fields of an article, by the names that headers and field maps
// have for them. A date that is none is an error.
var fields = []struct {
	key string
	set func(a *onrecord.Article, value string) error
}{
	{"url", func(a *onrecord.Article, v string) error { a.URL = v; return nil }},
	{"outlet", func(a *onrecord.Article, v string) error { a.Outlet = v; return nil }},
	{"title", func(a *onrecord.Article, v string) error { a.Title = v; return nil }},
	{"published", setPublished},
	{"language", func(a *onrecord.Article, v string) error { a.Language = v; return nil }},
	{"text", func(a *onrecord.Article, v string) error { a.Text = joinParts(a.Text, v); return nil }},
	{"author", func(a *onrecord.Article, v string) error { a.Authors = append(a.Authors, v); return nil }},
	{"modified", func(a *onrecord.Article, v string) error { return setDate(&a.Modified, v) }},
	{"canonical", func(a *onrecord.Article, v string) error { a.CanonicalURL = v; return nil }},
	{"slug", func(a *onrecord.Article, v string) error { a.Slug = v; return nil }},
	{"edition", func(a *onrecord.Article, v string) error { a.Edition = v; return nil }},
	{"dateline", func(a *onrecord.Article, v string) error { a.Dateline = v; return nil }},
}

// fieldKeys returns the names of the fields.
func fieldKeys() []string {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.key
	}
	return keys
}

// setField sets one field by its key. An empty value is none.
func setField(a *onrecord.Article, key, value string) error {
	for _, f := range fields {
		if f.key != key || value == "" {
			continue
		}
		if err := f.set(a, value); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
	}
	return nil
}

// joinParts puts a part of a text behind those before it.
func joinParts(before, part string) string {
	if before == "" {
		return part
	}
	return before + "\n\n" + part
}

func setPublished(a *onrecord.Article, value string) error {
	a.UTCOffset = when.Offset(value)
	return setDate(&a.Published, value)
}

func setDate(to *onrecord.Date, value string) error {
	d, ok := when.Parse(value)
	if !ok {
		_, err := onrecord.ParseDate(value)
		return err
	}
	*to = d
	return nil
}

// A FieldMap says under which names JSON objects have an article's fields: from
// paths of names with dots between ("data.headline") to our names.
type FieldMap map[string]string

// ParseFieldMap reads pairs "path=field".
func ParseFieldMap(pairs []string) (FieldMap, error) {
	m := make(FieldMap, len(pairs))
	for _, pair := range pairs {
		path, key, ok := strings.Cut(pair, "=")
		path, key = strings.TrimSpace(path), strings.TrimSpace(key)
		switch {
		case !ok || path == "":
			return nil, fmt.Errorf("%q is no pair: takes NAME=FIELD, as in headline=title", pair)
		case !slices.Contains(fieldKeys(), key):
			return nil, fmt.Errorf("%q is no field of an article: takes %s", key, strings.Join(fieldKeys(), ", "))
		}
		m[path] = key
	}
	return m, nil
}

// apply sets what the map finds in an object and takes the names that it knows
// out of it. The error is that of the first bad field; the others are set.
func (m FieldMap) apply(a *onrecord.Article, object map[string]json.RawMessage) (err error) {
	taken := make(map[string]bool)
	for _, f := range fields { // in their order, so that texts of several paths have one
		for _, path := range sortedPaths(m, f.key) {
			names := strings.Split(path, ".")
			taken[names[0]] = true
			if value, ok := valueAt(object, names); ok {
				if bad := setValue(a, f.key, path, value); err == nil {
					err = bad
				}
			}
		}
	}
	for name := range taken {
		delete(object, name)
	}
	return err
}

func sortedPaths(m FieldMap, key string) []string {
	var paths []string
	for path, k := range m {
		if k == key {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

// valueAt returns the value at a path of names; null is none.
func valueAt(object map[string]json.RawMessage, path []string) (json.RawMessage, bool) {
	value, ok := object[path[0]]
	for _, name := range path[1:] {
		var inner map[string]json.RawMessage
		if !ok || json.Unmarshal(value, &inner) != nil {
			return nil, false
		}
		value, ok = inner[name]
	}
	return value, ok && string(value) != "null"
}

// setValue sets a field to a string, a number (a date in seconds or milliseconds
// since 1970), or an array of strings: several authors, the paragraphs of a text.
func setValue(a *onrecord.Article, key, name string, raw json.RawMessage) error {
	var value string
	var several []string
	switch {
	case json.Unmarshal(raw, &value) == nil:
		return setField(a, key, value)
	case (key == "text" || key == "author") && json.Unmarshal(raw, &several) == nil:
		for _, v := range several {
			if err := setField(a, key, v); err != nil {
				return err
			}
		}
		return nil
	case key == "published" || key == "modified":
		if d, ok := when.Unix(string(raw)); ok {
			return setField(a, key, d.String())
		}
	}
	return fmt.Errorf("%s: takes a string, not %s", name, typeName(raw))
}
