package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A safe text can go to a terminal as it is: it comes from clean, and has no
// control characters but those of the styles that a printer has set since.
type safe string

// clean makes a text of articles, speakers or errors safe: what a terminal would
// obey, or write in another order than it stands, is shown instead. Line breaks
// and tabs become spaces, other control characters their pictures (␛), and those
// that have none, direction overrides and bytes that are not UTF-8 become �.
func clean(text string) safe {
	return safe(strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			return ' '
		case r < ' ':
			return '\u2400' + r
		case r == '\x7f':
			return '\u2421'
		case r >= '\u0080' && r < '\u00a0', // C1
			r >= '\u202a' && r <= '\u202e', // embeddings and overrides
			r >= '\u2066' && r <= '\u2069', // isolates
			r == utf8.RuneError:
			return utf8.RuneError
		}
		return r
	}, text))
}

// cleanAll makes what is to be formatted safe, in place.
func cleanAll(args []any) {
	for i, arg := range args {
		switch a := arg.(type) {
		case safe, int, float64:
		case string:
			args[i] = clean(a)
		default:
			args[i] = clean(fmt.Sprint(a))
		}
	}
}
