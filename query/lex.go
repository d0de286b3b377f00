package query

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A lexer cuts a query into tokens.
type lexer struct {
	query  string
	at     int
	tokens []token
}

// lex returns the tokens of a query; the last one is the end.
func lex(query string) ([]token, error) {
	l := &lexer{query: query}
	for {
		l.skipSpace()
		if l.at == len(query) {
			l.add(end, l.at, l.at)
			return l.tokens, nil
		}
		if err := l.next(); err != nil {
			return nil, err
		}
	}
}

// next adds the token, or the field and its value, that begins at l.at.
func (l *lexer) next() error {
	r, size := l.rune(l.at)
	switch {
	case r == '(':
		l.take(open, size)
	case r == ')':
		l.take(closing, size)
	case isQuote(r):
		return l.phrase()
	case (r == '+' || r == '-') && l.signed(l.at+size):
		if r == '+' {
			l.take(plus, size)
		} else {
			l.take(minus, size)
		}
	default:
		return l.word()
	}
	return nil
}

// signed reports whether a + or - before the byte at stands for an operator:
// not so in "a - b", "--" or "-)".
func (l *lexer) signed(at int) bool {
	r, size := l.rune(at)
	return size > 0 && !unicode.IsSpace(r) && r != '+' && r != '-' && r != ')'
}

// phrase adds the quoted words that begin at l.at.
func (l *lexer) phrase() error {
	start := l.at
	_, size := l.rune(start)
	begin := start + size
	for at := begin; at < len(l.query); {
		r, size := l.rune(at)
		if isQuote(r) {
			text := strings.TrimSpace(l.query[begin:at])
			if text == "" {
				return &Error{begin, "words between the quotation marks", "none"}
			}
			l.tokens = append(l.tokens, token{phrase, text, start})
			l.at = at + size
			return nil
		}
		at += size
	}
	return &Error{len(l.query), fmt.Sprintf("a closing quotation mark \" for the one at %d", start), "the end"}
}

// word adds the word at l.at, or the field that it begins with and its value.
func (l *lexer) word() error {
	stop := l.wordEnd(l.at)
	text := l.query[l.at:stop]
	if name, value, ok := strings.Cut(text, ":"); ok && isName(name) {
		if isField, err := l.field(name, value); isField || err != nil {
			return err
		}
	}
	l.add(wordKind(text), l.at, stop)
	return nil
}

// field adds the field of that name and its value, unless the words at l.at
// only look like one. value is what follows the colon without a quotation mark.
func (l *lexer) field(name, value string) (bool, error) {
	after := l.at + len(name) + 1
	r, size := l.rune(after)
	hasValue := size > 0 && !unicode.IsSpace(r) && r != ')'
	known, ok := fieldNamed(name)
	switch {
	case !ok && (!hasValue || strings.HasPrefix(value, "//")):
		return false, nil
	case !ok:
		return false, &Error{l.at, "one of the fields " + fieldNames() + " before a colon, or quotation marks around it", token{field, shorten(name), l.at}.String()}
	case !hasValue || r == '(':
		return false, &Error{after, known.takes + " right after " + known.name + ":", l.found(after)}
	}
	l.tokens = append(l.tokens, token{field, known.name, l.at})
	l.at = after
	if isQuote(r) {
		return true, l.phrase()
	}
	l.add(word, after, l.wordEnd(after))
	return true, nil
}

// found names what stands at a place where something else should.
func (l *lexer) found(at int) string {
	r, size := l.rune(at)
	switch {
	case size == 0:
		return "the end"
	case unicode.IsSpace(r):
		return "a space"
	}
	return string(r)
}

// wordEnd returns where the word that begins at at ends.
func (l *lexer) wordEnd(at int) int {
	rest := l.query[at:]
	n := strings.IndexFunc(rest, func(r rune) bool {
		return unicode.IsSpace(r) || isQuote(r) || r == '(' || r == ')'
	})
	if n < 0 {
		return len(l.query)
	}
	return at + n
}

func (l *lexer) skipSpace() {
	rest := l.query[l.at:]
	l.at = len(l.query) - len(strings.TrimLeftFunc(rest, unicode.IsSpace))
}

// rune returns the character at a place and its size, 0 at the end.
func (l *lexer) rune(at int) (rune, int) { return utf8.DecodeRuneInString(l.query[at:]) }

// take adds a token of that many bytes.
func (l *lexer) take(k kind, size int) { l.add(k, l.at, l.at+size) }

func (l *lexer) add(k kind, start, stop int) {
	l.tokens = append(l.tokens, token{k, l.query[start:stop], start})
	l.at = stop
}
