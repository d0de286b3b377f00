package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"github.com/onrecord/onrecord"
)

// A printer writes statements for reading in a terminal. Where the output is
// no terminal, or NO_COLOR is set, matches are marked **so**.
type printer struct {
	w     io.Writer
	width int
	color bool
	ascii bool // no block characters
}

func newPrinter(w io.Writer) *printer {
	p := &printer{w: w, width: 100, ascii: isASCII()}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.color = os.Getenv("NO_COLOR") == ""
		if width, _, err := term.GetSize(int(f.Fd())); err == nil {
			p.width = max(40, min(width, 120))
		}
	}
	return p
}

func (p *printer) line(format string, args ...any) { fmt.Fprintf(p.w, format+"\n", args...) }

// style wraps s in an ANSI style where the output is a terminal.
func (p *printer) style(code, s string) string {
	if !p.color || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p *printer) bold(s string) string { return p.style("1", s) }
func (p *printer) dim(s string) string  { return p.style("2", s) }

// mark returns text with the spans marked.
func (p *printer) mark(text string, spans []onrecord.Span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		if s.Start < at || s.End > len(text) || s.Empty() {
			continue
		}
		b.WriteString(text[at:s.Start])
		if p.color {
			b.WriteString(p.style("1;33", text[s.Start:s.End]))
		} else {
			b.WriteString("**" + text[s.Start:s.End] + "**")
		}
		at = s.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// claim writes one statement: who and when, the words, where it stands.
func (p *printer) claim(lead string, c onrecord.Claim, highlights []onrecord.Span) {
	who := c.Speaker.Name
	if who == "" {
		who = "(speaker not known)"
	}
	if c.Speaker.Title != "" {
		who += ", " + c.Speaker.Title
	}
	when := c.When().String()
	if when == "" {
		when = "no date"
	}
	p.line("%s %s  %s  %s", lead, p.bold(when), p.bold(who), p.dim(c.Kind.String()))
	words := p.mark(strings.Join(strings.Fields(c.Text), " "), fieldSpans(c.Text, highlights))
	if c.Kind == onrecord.KindDirect {
		words = "“" + strings.Trim(words, "“”\"") + "”"
	}
	p.wrap("   ", words)
	p.line("   %s", p.dim(strings.Join(provenance(c), " · ")))
	if name := c.Name(); c.ID != "" && c.Article.ID != "" {
		p.line("   %s", p.dim(name))
	}
	p.line("")
}

// provenance lists how, where and by whom the statement is told.
func provenance(c onrecord.Claim) []string {
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	add(c.Cue)
	if c.Venue != "" {
		add("at: " + c.Venue)
	}
	if c.SaidText != "" {
		add("when: " + c.SaidText)
	}
	if c.ReportedVia != "" {
		add("according to " + c.ReportedVia)
	}
	add(c.Article.Outlet)
	if c.Said.Known() && c.Article.Published.Known() {
		add("published " + c.Article.Published.String())
	}
	add(c.Article.URL)
	return parts
}

// fieldSpans moves spans of text to where they stand once every run of white
// space is one space, as strings.Fields and strings.Join leave it.
func fieldSpans(text string, spans []onrecord.Span) []onrecord.Span {
	to := make([]int, len(text)+1)
	n, space := 0, true
	for i := range len(text) {
		to[i] = n
		if isSpace := strings.IndexByte(" \t\r\n", text[i]) >= 0; !isSpace {
			n, space = n+1, false
		} else if !space {
			n, space = n+1, true
		}
	}
	to[len(text)] = n
	moved := make([]onrecord.Span, len(spans))
	for i, s := range spans {
		moved[i] = onrecord.Span{Start: to[s.Start], End: to[s.End]}
	}
	return moved
}

// wrap writes s in lines of the terminal's width.
func (p *printer) wrap(indent, s string) {
	line, length := indent, 0
	for _, word := range strings.Fields(s) {
		n := visible(word)
		if length > 0 && len(indent)+length+1+n > p.width {
			p.line("%s", line)
			line, length = indent, 0
		}
		if length > 0 {
			line, length = line+" ", length+1
		}
		line, length = line+word, length+n
	}
	p.line("%s", line)
}

// visible counts the characters of s that take room: not ANSI styles.
func visible(s string) int {
	n, inStyle := 0, false
	for _, r := range s {
		switch {
		case r == '\x1b':
			inStyle = true
		case inStyle:
			inStyle = r != 'm'
		default:
			n++
		}
	}
	return n
}

// found writes how much there is, and what was searched.
func (p *printer) found(total int, c onrecord.Coverage) {
	if total == 0 {
		p.line("Nothing found. Searched: %s.", coverage(c))
		return
	}
	p.line("%s; searched: %s.\n", number(total, "statement"), coverage(c))
}

// coverage says what was searched.
func coverage(c onrecord.Coverage) string {
	s := fmt.Sprintf("%s of %s from %s", number(c.Claims, "statement"), number(c.Articles, "article"), number(c.Outlets, "outlet"))
	if c.First.Known() {
		s += fmt.Sprintf(", %s to %s", c.First.Time.Format(time.DateOnly), c.Last.Time.Format(time.DateOnly))
	}
	if c.Undated > 0 {
		s += fmt.Sprintf(" (%s undated)", count(c.Undated))
	}
	return s
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

// facets writes the counts, a line for each property.
func (p *printer) facets(fields []onrecord.Field, counts map[onrecord.Field][]onrecord.FacetValue) {
	for _, f := range fields {
		var parts []string
		for _, v := range counts[f] {
			parts = append(parts, fmt.Sprintf("%s %s", v.Value, count(v.Count)))
		}
		p.line("%s %s", p.bold(strings.TrimSuffix(string(f), "_id")+":"), strings.Join(parts, ", "))
	}
	if len(fields) > 0 {
		p.line("")
	}
}
