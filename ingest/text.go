package ingest

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/onrecord/onrecord"
)

// oneText reads the whole source as one article: "key: value" lines, a blank
// line, the text. Keys are url, outlet, title, published and language. Where
// the lines up to the first blank one are not all such lines, there is no
// header and all of it is text.
func oneText(r io.Reader, name string) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		content, err := io.ReadAll(io.LimitReader(r, MaxItem+1))
		switch {
		case err != nil:
			yield(Item{Where: name, Err: err})
		case len(content) > MaxItem:
			yield(Item{Where: name, Err: ErrTooLong})
		default:
			a, err := parseText(string(content))
			yield(Item{Where: name, Article: a, Err: err})
		}
	}
}

func parseText(s string) (onrecord.Article, error) {
	a := onrecord.Article{Text: s}
	head, text, ok := cutHeader(s)
	if !ok {
		return a, nil
	}
	a.Text = text
	for _, line := range head {
		key, value, _ := strings.Cut(line, ":")
		if err := setField(&a, headerKey(key), strings.TrimSpace(value)); err != nil {
			return a, err
		}
	}
	return a, nil
}

// cutHeader returns the header's lines and the text behind it.
func cutHeader(s string) (head []string, text string, ok bool) {
	for {
		line, rest, found := strings.Cut(s, "\n")
		if strings.TrimSpace(line) == "" {
			return head, strings.TrimLeft(rest, "\r\n"), len(head) > 0
		}
		key, _, isPair := strings.Cut(line, ":")
		if !isPair || !headerKeys[headerKey(key)] || !found {
			return nil, "", false
		}
		head, s = append(head, line), rest
	}
}

func headerKey(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

var headerKeys = map[string]bool{"url": true, "outlet": true, "title": true, "published": true, "language": true}

// setField sets one field by its key.
func setField(a *onrecord.Article, key, value string) error {
	switch key {
	case "url":
		a.URL = value
	case "outlet":
		a.Outlet = value
	case "title":
		a.Title = value
	case "language":
		a.Language = value
	case "text":
		a.Text = value
	case "published":
		if value == "" {
			return nil
		}
		d, err := onrecord.ParseDate(value)
		if err != nil {
			return fmt.Errorf("published: %w", err)
		}
		a.Published = d
	}
	return nil
}
