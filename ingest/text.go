package ingest

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
)

// text reads the whole source as one article: a header of "key: value" lines, a
// blank line, the text; or all of it is text.
func (s *source) text(yield func(Item) bool) {
	content, err := s.whole(MaxItem)
	if err != nil {
		yield(Item{Where: s.name, Err: err})
		return
	}
	a, err := parseText(string(content), s.line)
	yield(Item{Where: s.name, Article: a, Err: err})
}

// parseText reads an article whose first line is behind so many others.
func parseText(content string, skipped int) (onrecord.Article, error) {
	head, text := cutBlank(content)
	if !isHeader(head) {
		return onrecord.Article{Text: content}, nil
	}
	a := onrecord.Article{Text: text}
	given := make(map[string]bool)
	for i, line := range head {
		if err := setHeader(&a, line, given); err != nil {
			return a, fmt.Errorf("line %d: %w", skipped+i+1, err)
		}
	}
	if text == "" {
		return a, errors.New("has a header and no text")
	}
	return a, nil
}

// cutBlank returns the lines before the first blank one, and what is behind it.
func cutBlank(s string) (lines []string, rest string) {
	for found := true; found; {
		var line string
		if line, s, found = strings.Cut(s, "\n"); strings.TrimSpace(line) == "" {
			break
		}
		lines = append(lines, line)
	}
	return lines, strings.TrimLeft(s, "\r\n")
}

// headerKeys are the keys of a header.
var headerKeys = []string{"url", "outlet", "title", "published", "language"}

// pair matches a line that could be of a header: one word, a colon, a value.
var pair = regexp.MustCompile(`^\s*([\pL\d_-]+)\s*:(.*)$`)

// isHeader reports whether the lines before the first blank one are meant as a
// header, rightly written or not, and are not the beginning of the text, which
// may well be "Note: …", "VELDEN: …" or even "Title: …". They are where those
// that could be of a header, from the first one on, have two keys of headers,
// or a value that no text has alone on a line (an address, a date), or are all
// the lines and have one key of headers.
func isHeader(lines []string) bool {
	pairs, known, sure := 0, 0, false
	for _, line := range lines {
		key, value, ok := cutPair(line)
		if !ok {
			break
		}
		pairs++
		if slices.Contains(headerKeys, key) {
			known++
		}
		sure = sure || isAddress(value) || isDate(value)
	}
	return sure || known > 1 || known == 1 && pairs == len(lines)
}

// setHeader sets what one line of a header gives; given are the keys of those
// before it.
func setHeader(a *onrecord.Article, line string, given map[string]bool) error {
	key, value, ok := cutPair(line)
	switch {
	case !ok:
		return fmt.Errorf("%q is no header line (key: value), and no blank line before it ends the header", shorten(line))
	case !slices.Contains(headerKeys, key):
		return fmt.Errorf("%q is no key of a header: takes %s", shorten(key), strings.Join(headerKeys, ", "))
	case given[key]:
		return fmt.Errorf("%s is given twice", key)
	}
	given[key] = true
	return setField(a, key, value)
}

// shorten cuts what is only shown.
func shorten(s string) string {
	const most = 40 // characters
	if runes := []rune(strings.TrimSpace(s)); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return strings.TrimSpace(s)
}

// cutPair returns key, in lower case, and value of a line that could be of a
// header.
func cutPair(line string) (key, value string, ok bool) {
	m := pair.FindStringSubmatch(strings.TrimRight(line, "\r"))
	if m == nil {
		return "", "", false
	}
	return strings.ToLower(m[1]), strings.TrimSpace(m[2]), true
}

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Scheme != "" && u.Host != "" && !strings.ContainsAny(s, space)
}

// isDate reports whether s is a date to the day or better: "1984" can be said.
func isDate(s string) bool {
	d, err := onrecord.ParseDate(s)
	return err == nil && d.Precision >= onrecord.PrecisionDay
}
