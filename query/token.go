package query

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is the kind of a token.
type kind int

const (
	end kind = iota
	word
	phrase // text is what stands between the quotation marks
	field  // text is the field's name; its value is the next token
	open
	closing
	plus
	minus // - or NOT
	or
	and
)

// A token is one piece of a query.
type token struct {
	kind   kind
	text   string
	offset int
}

// String names the token as an error message does.
func (t token) String() string {
	switch t.kind {
	case end:
		return "the end"
	case phrase:
		return fmt.Sprintf("%q", shorten(t.text))
	case field:
		return t.text + ":"
	}
	return shorten(t.text)
}

// shorten keeps messages readable: a query may be one word of 2,000 bytes.
func shorten(s string) string {
	const most = 40 // bytes
	if len(s) <= most {
		return s
	}
	cut := most
	for !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + "…"
}

// wordKind tells the operators among the words.
func wordKind(text string) kind {
	switch text {
	case "OR":
		return or
	case "AND":
		return and
	case "NOT":
		return minus
	}
	return word
}

// isQuote reports whether r is a double quotation mark of any typography. A
// single one is an apostrophe.
func isQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '＂':
		return true
	}
	return false
}

// isName reports whether s can be meant as a field: letters only.
func isName(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '_' })
}
