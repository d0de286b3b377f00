package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Quote is a pair of quotation marks.
type Quote struct {
	// Open and Close are the marks' tokens. Where the closing mark is missing,
	// Close is the end of the paragraph and Unclosed is set.
	Open, Close int
	// Parent is the quotation this one stands in, -1 at the outermost level.
	Parent   int
	Unclosed bool
	// Continues is set where the quotation before this one was left open at
	// the end of its paragraph and this one takes it up again.
	Continues bool
}

// Inner returns the tokens between the marks.
func (q Quote) Inner() Range { return Range{q.Open + 1, q.Close} }

// style tells apart the kinds of mark that pair up with each other.
type style uint8

const (
	noStyle    style = iota
	straight         // " " and ”
	curly            // “ ” and „ “
	doubled          // '' '' and `` ''
	guillemet        // « »
	single           // ‘ ’ and ' '
	singleGuil       // ‹ ›
)

func isMark(r rune) bool { return markStyle(r) != noStyle }

func markStyle(r rune) style {
	switch r {
	case '"', '＂':
		return straight
	case '“', '”', '„', '‟', '〝', '〞':
		return curly
	case '«', '»':
		return guillemet
	case '‘', '’', '‚', '\'', '`':
		return single
	case '‹', '›':
		return singleGuil
	}
	return noStyle
}

// scanMark reads a quotation mark; two single marks in a row are one.
func scanMark(s string, i int, r rune, n int) Token {
	end := i + n
	if r == '\'' || r == '`' || r == '’' || r == '‘' {
		if q, m := utf8.DecodeRuneInString(s[end:]); q == r && !innerCloses(s, i, end+m, r) {
			end += m
		} else if t, ok := scanClitic(s, i); ok {
			return t
		} else if r != '‘' && r != '`' && decade(s, end) {
			t := scanNumber(s, end, 0)
			return Token{Start: i, End: t.End, Lower: s[i:t.End], Flags: Word | Number}
		}
	}
	return Token{Start: i, End: end, Lower: s[i:end], Flags: Punct | Mark}
}

// innerCloses reports whether, of the three marks in a row that begin at i, the
// first closes an inner quotation (.”'): no space goes before them.
func innerCloses(s string, i, third int, r rune) bool {
	q, _ := utf8.DecodeRuneInString(s[third:])
	p, _ := utf8.DecodeLastRuneInString(s[:i])
	return q == r && i > 0 && !unicode.IsSpace(p)
}

// decade reports whether a year's last two digits stand at s[i:] ("'90s").
func decade(s string, i int) bool {
	return digitAt(s, i) && digitAt(s, i+1) && i+2 < len(s) && s[i+2] == 's'
}

// styleOf returns the style of the mark at token i.
func (d *Document) styleOf(i int) style {
	t := d.Tokens[i]
	r, n := utf8.DecodeRuneInString(d.Text[t.Start:t.End])
	if st := markStyle(r); st != single || t.End-t.Start == n {
		return st
	}
	return doubled
}

// pairQuotes finds the pairs of quotation marks, paragraph by paragraph.
func (d *Document) pairQuotes() {
	open := -1 // quotation left open at the end of the paragraph before
	for _, p := range d.Paragraphs {
		first := len(d.Quotes)
		m := matcher{d: d, paragraph: p}
		m.singles()
		for i := p.First; i < p.End; i++ {
			if d.Tokens[i].Flags&Mark != 0 {
				m.mark(i)
			}
		}
		m.leftOver()
		if len(d.Quotes) > first {
			d.orderQuotes(first)
			q := &d.Quotes[first]
			q.Continues = open >= 0 && q.Open == p.First
		}
		open = -1
		for i := first; i < len(d.Quotes); i++ {
			if d.Quotes[i].Unclosed && d.Quotes[i].Parent < 0 {
				open = i
			}
		}
	}
	d.tagQuotes()
}

// A matcher pairs the marks of one paragraph.
type matcher struct {
	d         *Document
	paragraph Range
	stack     []int // tokens of the marks that are open
	// singleClose are the single marks that close, by token.
	singleClose map[int]bool
}

// maxDepth bounds the nesting; print knows two levels, seldom three.
const maxDepth = 4

// mark takes the mark at token i into account.
func (m *matcher) mark(i int) {
	st := m.d.styleOf(i)
	if st == single && !m.singleClose[i] && !m.opensSingle(i) {
		return
	}
	canOpen, canClose := m.sides(i, st)
	for k := len(m.stack) - 1; canClose && k >= 0; k-- {
		if pairs(m.d.styleOf(m.stack[k]), st) {
			m.close(k, i)
			return
		}
	}
	if !canOpen {
		return
	}
	if k := len(m.stack) - 1; k >= 0 && pairs(m.d.styleOf(m.stack[k]), st) && st != single {
		m.stack = m.stack[:k] // an opening mark within its own kind: the earlier one was never closed
	}
	if len(m.stack) < maxDepth {
		m.stack = append(m.stack, i)
	}
}

// pairs reports whether a mark of style a can be closed by one of style b. A
// straight and a curly mark do so where an editor's program mixed them up.
func pairs(a, b style) bool {
	return a == b || a == straight && b == curly || a == curly && b == straight
}

// sides tells from the characters around the mark what it can do.
func (m *matcher) sides(i int, st style) (canOpen, canClose bool) {
	t := m.d.Tokens[i]
	r, _ := utf8.DecodeRuneInString(m.d.Text[t.Start:])
	switch r {
	case '“', '‟', '〝':
		low := len(m.stack) > 0 && (strings.HasPrefix(m.d.Word(m.stack[len(m.stack)-1]), "„") || m.turned(i, SpaceAfter, SpaceBefore))
		return !low, low
	case '”':
		opens := len(m.stack) == 0 && m.turned(i, SpaceBefore, SpaceAfter)
		return opens, !opens
	case '„', '‘', '‚', '‹', '`':
		return true, false
	case '«':
		return true, false
	case '»', '〞', '›':
		return false, true
	}
	return m.plainSides(i, st)
}

// turned reports whether the mark at token i is the wrong one of its pair: the
// space stands on the side where the other mark has it.
func (m *matcher) turned(i int, space, none Flag) bool {
	return m.d.Is(i, space) && !m.d.Is(i, none)
}

// plainSides does that for marks that look alike on both ends.
func (m *matcher) plainSides(i int, st style) (canOpen, canClose bool) {
	before := m.d.Is(i, SpaceBefore) || i == m.paragraph.First || opener(m.d.Lower(i-1))
	after := m.d.Is(i, SpaceAfter) || i == m.paragraph.End-1
	if st == single {
		return before && !after, m.singleClose[i]
	}
	open := len(m.stack) > 0
	switch {
	case before && after: // a mark with spaces on both sides
		return !open, open
	case before && !after:
		return true, open && !m.d.Is(i+1, Word) && !m.d.Is(i, SpaceBefore)
	case after:
		return false, true
	}
	return !open, open
}

func opener(w string) bool {
	switch w {
	case "(", "[", "-", "–", "—", "--", "\"", "“", "''", "``", "‘", "'", "/", "…", "...":
		return true
	}
	return false
}

// close makes the quotation from the open mark stack[k] to token i. What was
// opened within and never closed is given up.
func (m *matcher) close(k, i int) {
	open := m.stack[k]
	m.stack = m.stack[:k]
	if i > open+1 {
		m.d.Quotes = append(m.d.Quotes, Quote{Open: open, Close: i, Parent: -1})
	}
}

// leftOver makes an unclosed quotation out of an opening mark that begins the
// paragraph, or that runs from there to its end without another pair.
func (m *matcher) leftOver() {
	if len(m.stack) == 0 || m.d.styleOf(m.stack[0]) == single {
		return
	}
	open := m.stack[0]
	if open+1 >= m.paragraph.End {
		return
	}
	m.d.Quotes = append(m.d.Quotes, Quote{Open: open, Close: m.paragraph.End, Parent: -1, Unclosed: true})
}

// singles decides which single marks of the paragraph close a quotation and
// which are apostrophes: a mark closes only after an opening one, and of the
// candidates before the next opening one the last that follows punctuation,
// else the first.
func (m *matcher) singles() {
	m.singleClose = nil
	best, strong, open := -1, false, false
	settle := func() {
		if open && best >= 0 {
			if m.singleClose == nil {
				m.singleClose = make(map[int]bool)
			}
			m.singleClose[best] = true
		}
		best, strong, open = -1, false, false
	}
	for i := m.paragraph.First; i < m.paragraph.End; i++ {
		if m.d.Tokens[i].Flags&Mark == 0 || m.d.styleOf(i) != single {
			continue
		}
		if m.opensSingle(i) {
			settle()
			open = true
			continue
		}
		after := m.d.Is(i-1, Punct) && !m.d.Is(i, SpaceBefore)
		if open && !m.d.Is(i, SpaceBefore) && (best < 0 || after && !strong) {
			best, strong = i, after
		}
	}
	settle()
}

// opensSingle reports whether the single mark at i stands where one opens.
func (m *matcher) opensSingle(i int) bool {
	t := m.d.Tokens[i]
	if strings.HasPrefix(m.d.Text[t.Start:], "’") || m.d.Is(i, SpaceAfter) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(m.d.Text[t.End:])
	before := m.d.Is(i, SpaceBefore) || i == m.paragraph.First || opener(m.d.Lower(i-1))
	return before && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' || r == '…' || r == '#' || r == '$')
}

// orderQuotes sorts the quotations from index first on by their opening mark
// and sets their parents.
func (d *Document) orderQuotes(first int) {
	qs := d.Quotes[first:]
	sortByOpen(qs)
	var up []int
	for i := range qs {
		for len(up) > 0 && qs[up[len(up)-1]].Close < qs[i].Open {
			up = up[:len(up)-1]
		}
		if len(up) > 0 {
			qs[i].Parent = first + up[len(up)-1]
		}
		up = append(up, i)
	}
}

// tagQuotes sets the tokens' Quote and the marks' Opens and Closes.
func (d *Document) tagQuotes() {
	for qi, q := range d.Quotes {
		end := min(q.Close+1, len(d.Tokens))
		if q.Unclosed {
			end = q.Close
		}
		for i := q.Open; i < end; i++ {
			d.Tokens[i].Quote = qi // an inner quotation comes later and takes its own
		}
		d.Tokens[q.Open].Flags |= Opens
		if !q.Unclosed {
			d.Tokens[q.Close].Flags |= Closes
		}
	}
}
