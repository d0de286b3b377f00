package names

import (
	"strings"

	"github.com/onrecord/onrecord/extract/internal/text"
)

// maxRun bounds the words of one name.
const maxRun = 14

// A run is a row of capitalised words that was read as one name, with its
// title cut off.
type run struct {
	tokens text.Range // the name
	whole  text.Range // with the title words of the run
	kind   Kind
	gender Gender
	// initial: the first word would bear a capital anyway.
	initial bool
	// headline: every word would.
	headline bool
	quoted   bool
	byline   bool
	// sure: title, honorific or first name say that it is a person.
	sure bool
	// turn: it opens a turn of a transcript, in capitals.
	turn bool
}

// wordCount is how often a word stands with a capital where no sentence
// begins, and without one.
type wordCount struct{ capital, lower int }

type scanner struct {
	d        *text.Document
	article  *Article
	counts   map[string]wordCount
	headline []bool // per paragraph
	shouted  []bool // per paragraph: all in capitals
	runs     []run
	endings  map[string]bool // last words of the persons' full names so far
	index    index
	mixed    map[string]string // see mixedForms
	places   map[string]bool   // those of datelines, in lower case
}

// survey counts capitals and finds the headlines.
func (s *scanner) survey() {
	s.headline = make([]bool, len(s.d.Paragraphs))
	s.shouted = make([]bool, len(s.d.Paragraphs))
	s.counts = make(map[string]wordCount, len(s.d.Tokens)/4)
	for p, r := range s.d.Paragraphs {
		s.headline[p], s.shouted[p] = s.isHeadline(r)
		if s.headline[p] {
			continue
		}
		for i := r.First; i < r.End; i++ {
			t := &s.d.Tokens[i]
			if t.Flags&(text.Word|text.Number|text.Clitic) != text.Word || classes[t.Lower]&(idle|particle) != 0 {
				continue
			}
			if t.Flags&text.Capital == 0 {
				c := s.counts[t.Lower]
				c.lower++
				s.counts[t.Lower] = c
			} else if !s.opens(i) {
				c := s.counts[t.Lower]
				c.capital++
				s.counts[t.Lower] = c
			}
		}
	}
}

// isHeadline reports whether the paragraph is set with a capital on most
// words, and whether it is all in capitals.
func (s *scanner) isHeadline(r text.Range) (title, shouted bool) {
	if r.Len() > 60 {
		return false, false
	}
	words, capitals, caps := 0, 0, 0
	for i := r.First; i < r.End; i++ {
		t := &s.d.Tokens[i]
		if t.Flags&(text.Word|text.Number|text.Clitic) != text.Word || classes[t.Lower]&(idle|particle) != 0 {
			continue
		}
		words++
		if t.Flags&text.Capital != 0 {
			capitals++
		}
		if t.Flags&text.AllCaps != 0 {
			caps++
		}
	}
	if words < 3 {
		return false, false
	}
	ends := s.d.Lower(r.End - 1)
	return capitals*4 >= words*3 && (ends != "." || capitals == words), caps*4 >= words*3
}

// opens reports whether token i begins a sentence, a quotation or what else
// begins with a capital.
func (s *scanner) opens(i int) bool {
	if i == 0 || s.d.Tokens[i-1].Sentence != s.d.Tokens[i].Sentence {
		return true
	}
	p := &s.d.Tokens[i-1]
	if p.Flags&text.Punct == 0 {
		return false
	}
	if p.Flags&text.Mark != 0 {
		return p.Flags&text.Closes == 0
	}
	switch p.Lower {
	case ".", "!", "?", ":", "…", "...", "•", "*", "—", "–", "--", "(", "[":
		return true
	}
	return false
}

// scan reads the runs of the text, in order.
func (s *scanner) scan() {
	for p, r := range s.d.Paragraphs {
		i := s.skipDateline(r)
		byline := s.isByline(r)
		for i < r.End {
			end := s.runEnd(i, r.End)
			if end == i {
				i++
				continue
			}
			s.addRun(i, end, p, byline)
			i = end // a body's last word in lower case begins no run
		}
	}
}

// isByline reports whether a short paragraph tells who wrote the article.
func (s *scanner) isByline(r text.Range) bool {
	return r.Len() <= 14 && s.d.Lower(r.First) == "by" && s.d.Is(r.First+1, text.Capital) && s.d.Lower(r.End-1) != "."
}

// skipDateline returns where the paragraph's text begins after a dateline such
// as "PORT SEL, Feb. 2 (AGENCY) —".
func (s *scanner) skipDateline(r text.Range) int {
	if !s.d.Is(r.First, text.Capital) {
		return r.First
	}
	for i := r.First; i < r.End && i < r.First+16; i++ {
		switch w := s.d.Lower(i); w {
		case "—", "–", "--", "-":
			if s.d.Is(i, text.SpaceBefore) || w == "—" || w == "--" {
				if s.datelineWords(r.First, i) {
					s.notePlaces(text.Range{First: r.First, End: i})
					return i + 1
				}
			}
			return r.First
		case ",", "(", ")", "/", ".":
		default:
			if !s.d.Is(i, text.Word) || !s.d.Is(i, text.Capital) && !s.d.Is(i, text.Number) {
				return r.First
			}
		}
	}
	return r.First
}

// notePlaces remembers the places of a dateline: what stands before its date
// and agency.
func (s *scanner) notePlaces(r text.Range) {
	for i := r.First; i < r.End; i++ {
		w := s.d.Lower(i)
		switch {
		case w == "(" || s.d.Is(i, text.Number) || classes[w]&calendar != 0:
			return
		case s.d.Is(i, text.Word) && !s.d.Is(i, text.Abbrev) && len(w) > 2 && s.d.Lower(i+1) != "/":
			s.places[w] = true
		}
	}
}

// datelineWords reports whether the tokens before a dash are a place.
func (s *scanner) datelineWords(first, end int) bool {
	if s.d.Is(first, text.AllCaps) && !s.d.Is(first, text.Abbrev) || s.d.Lower(end-1) == ")" {
		return true
	}
	k := first
	for k < end && s.d.Is(k, text.Word|text.Capital) {
		k++
	}
	_, ok := toponyms[s.lowered(text.Range{First: first, End: k})]
	return ok
}

// lowered returns the tokens of r in lower case, joined by spaces.
func (s *scanner) lowered(r text.Range) string {
	if r.Len() == 1 {
		return s.d.Tokens[r.First].Lower
	}
	var b strings.Builder
	for i := r.First; i < r.End; i++ {
		if i > r.First && s.d.Is(i, text.SpaceBefore) {
			b.WriteByte(' ')
		}
		b.WriteString(s.d.Tokens[i].Lower)
	}
	return b.String()
}
