package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/term"

	"github.com/onrecord/onrecord"
)

// A printer writes for reading in a terminal. Whatever it is given to write is
// made safe first (see clean). Where the output is no terminal, or NO_COLOR is
// set, matches are marked **so**.
type printer struct {
	w        io.Writer
	width    int // columns
	terminal bool
	color    bool
	ascii    bool // no block characters
}

// The columns that a printer fills: of a terminal what it has, within bounds.
const (
	minWidth, maxWidth = 20, 120
	fileWidth          = 100 // where there is no terminal
)

func newPrinter(w io.Writer) *printer {
	p := &printer{w: w, width: fileWidth, ascii: isASCII()}
	fd, ok := terminal(w)
	if !ok {
		return p
	}
	p.terminal = true
	p.color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	if width, _, err := term.GetSize(fd); err == nil && width > 0 {
		p.width = max(minWidth, min(width, maxWidth))
	}
	return p
}

// line writes one line. What is not safe in args is made so.
func (p *printer) line(format string, args ...any) {
	cleanAll(args)
	fmt.Fprintf(p.w, format+"\n", args...)
}

const plain = "\x1b[0m"

// style puts text in an ANSI style where the output is a terminal.
func (p *printer) style(code string, text safe) safe {
	if !p.color || text == "" {
		return text
	}
	return safe("\x1b["+code+"m") + text + plain
}

func (p *printer) bold(text string) safe { return p.style("1", clean(text)) }
func (p *printer) dim(text string) safe  { return p.style("2", clean(text)) }

// mark returns text with the spans marked and each run of white space one space.
func (p *printer) mark(text string, spans []onrecord.Span) safe {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		if s.Start < at || s.End > len(text) || s.Empty() {
			continue
		}
		b.WriteString(string(clean(text[at:s.Start])))
		match := clean(text[s.Start:s.End])
		if p.color {
			b.WriteString(string(p.style("1;33", match)))
		} else {
			b.WriteString("**" + string(match) + "**")
		}
		at = s.End
	}
	b.WriteString(string(clean(text[at:])))
	return safe(strings.Join(strings.Fields(b.String()), " "))
}

// wrap writes text in lines of the terminal's width: the first begins with
// first, each other with rest. A word longer than a line stays whole, as it may
// be an address.
func (p *printer) wrap(first, rest, text safe) {
	var b strings.Builder
	b.WriteString(string(first))
	column, gap, set := columns(first), 0, safe("")
	begun := false
	for word := range strings.SplitSeq(string(text), " ") {
		for _, part := range p.parts(safe(word), rest) {
			n := columns(part)
			switch {
			case begun && column+gap+n > p.width:
				if set != "" {
					b.WriteString(plain)
				}
				b.WriteString(string("\n" + rest + set))
				column = columns(rest)
			case begun:
				b.WriteString(strings.Repeat(" ", gap))
				column += gap
			}
			b.WriteString(string(part))
			column, gap, begun, set = column+n, 0, true, styleAfter(part, set)
		}
		gap++
	}
	fmt.Fprintln(p.w, b.String())
}

// parts returns what of a word must stay on one line: all of it, or each
// character where it is longer than a line and in a script without spaces.
func (p *printer) parts(word, indent safe) []safe {
	n := columns(word)
	switch {
	case word == "":
		return nil
	case columns(indent)+n <= p.width || n == utf8.RuneCountInString(string(word)) || strings.Contains(string(word), "\x1b"):
		return []safe{word}
	}
	var parts []safe
	for characters := uniseg.NewGraphemes(string(word)); characters.Next(); {
		parts = append(parts, safe(characters.Str()))
	}
	return parts
}

// styleAfter returns the style that is set behind a word: "" for none.
func styleAfter(word, set safe) safe {
	i := strings.LastIndex(string(word), "\x1b[")
	if i < 0 {
		return set
	}
	last, _, _ := strings.Cut(string(word[i:]), "m")
	if last += "m"; last == plain {
		return ""
	}
	return safe(last)
}

// columns counts the columns that a safe text takes in a terminal: none for
// styles and accents, two for wide characters.
func columns(text safe) int {
	n := 0
	for rest := string(text); ; {
		before, behind, styled := strings.Cut(rest, "\x1b[")
		n += uniseg.StringWidth(before)
		if !styled {
			return n
		}
		_, rest, _ = strings.Cut(behind, "m")
	}
}

// number writes n and the word for what is counted.
func number(n int, word string) string {
	if n != 1 {
		word += "s"
	}
	return count(n) + " " + word
}

// count writes n with commas.
func count(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
