package extract

import (
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// A finder collects the statements of a document, sentence by sentence.
type finder struct {
	d   *document
	out []statement
	// cues are those of the sentence at hand.
	cues []cue
	// taken tells of each token whether it belongs to a statement or its
	// attribution already, stated whether to a statement's words.
	taken, stated []bool
	// firstOut is the index of the sentence's first statement in out, sourced
	// that of the last statement of somebody's, -1 before.
	firstOut, sourced int
	// asked is who was asked or told the statement with the index question.
	asked    text.Range
	question int
	// answer is the index of the first answer of an interview, -1 before.
	answer int
}

// findStatements returns the statements of d in text order.
func findStatements(d *document) []statement {
	f := &finder{d: d, sourced: -1, answer: -1, taken: make([]bool, len(d.Tokens)), stated: make([]bool, len(d.Tokens))}
	turns := d.turns()
	turn := -1 // the paragraph of the last turn
	for k := 0; k < len(d.Sentences); k++ {
		s := d.Sentences[k]
		p := d.Tokens[s.First].Paragraph
		if turns != nil && (turns[p] || f.turnGoesOn(turn, p)) {
			f.firstOut = len(f.out)
			f.turn(d.Paragraphs[p])
			turn, k = p, f.lastSentence(k)
			continue
		}
		if d.Paragraphs[p].First == s.First && f.post(d.Paragraphs[p]) {
			k = f.lastSentence(k)
			continue
		}
		if k+1 < len(d.Sentences) && d.attributedNext(s, d.Sentences[k+1]) {
			k++
			s.End = d.Sentences[k].End
		}
		if d.Paragraphs[p].First == s.First {
			s.First = d.afterDateline(s)
		}
		f.afterColon(k, s)
		f.sentence(s)
	}
	f.order()
	return f.out
}

// lastSentence returns the last sentence of the paragraph that sentence k
// stands in.
func (f *finder) lastSentence(k int) int {
	d := f.d
	p := d.Tokens[d.Sentences[k].First].Paragraph
	for k+1 < len(d.Sentences) && d.Tokens[d.Sentences[k+1].First].Paragraph == p {
		k++
	}
	return k
}

// attributedNext reports whether the sentence s is a quotation that ends in a
// question or exclamation mark and the next one begins with its attribution
// (“Why?” Velden asked).
func (d *document) attributedNext(s, next text.Range) bool {
	if d.Tokens[s.First].Paragraph != d.Tokens[next.First].Paragraph || !d.Is(s.End-1, text.Closes) {
		return false
	}
	if w := d.Lower(s.End - 2); w != "?" && w != "!" {
		return false
	}
	for i := next.First; i < next.End && i < next.First+12; i++ {
		if c, ok := d.verbCueAt(i, next); ok && c.shape == shapeFinite && c.takesAny(takesQuote) {
			return d.subjectBefore(c.group.First, next.First).Len() > 0 && d.attributionEnds(c.group.End, next.End)
		}
	}
	return false
}

// attributionEnds reports whether nothing but adjuncts follow token i.
func (d *document) attributionEnds(i, end int) bool {
	i = d.skipAdjuncts(i, end)
	return i >= end || d.Is(i, text.Punct) && !d.Is(i, text.Opens) && d.Lower(i) != ":"
}

// turnGoesOn reports whether paragraph p, which names no speaker, goes on with
// the turn in the paragraph before it.
func (f *finder) turnGoesOn(turn, p int) bool {
	if turn < 0 || turn != p-1 || len(f.out) == 0 || f.d.stageDirection(f.d.Paragraphs[p]) {
		return false
	}
	for next := p + 1; next < len(f.d.Paragraphs) && next < p+6; next++ {
		if _, _, ok := f.d.turnName(f.d.Paragraphs[next]); ok {
			return true
		}
	}
	return false
}

// sentence finds the statements of one sentence: first those whose content
// stands before or around the attribution, as that one comprises whatever is
// attributed within it; then those whose content follows their cue; then the
// quotations that are left.
func (f *finder) sentence(s text.Range) {
	f.cues = f.d.findCues(s, f.cues[:0])
	f.firstOut = len(f.out)
	from := s.First
	for k := range f.cues {
		if end, ok := f.inserted(k, from, s); ok {
			from = end
		}
	}
	for k := range f.cues {
		if !f.isTaken(f.cues[k].group.First) {
			f.forward(k, s)
		}
	}
	f.headlineColon(s)
	f.nounCues(s)
	f.looseQuotes(s)
}

func (f *finder) isTaken(i int) bool { return i >= 0 && i < len(f.taken) && f.taken[i] }

func (f *finder) take(r text.Range) { mark(f.taken, r) }

func mark(tokens []bool, r text.Range) {
	for i := r.First; i < r.End && i < len(tokens); i++ {
		tokens[i] = true
	}
}

// add appends a statement with the content r, unless there are no words in it
// or it overlaps what was found before.
func (f *finder) add(s statement) bool {
	r := f.d.trim(s.content)
	switch s.rule {
	case ruleSpeakerVerdict, ruleSpeakerNoun, ruleSpeakerAbout:
		if r.First > s.content.First && f.d.Lower(r.First-1) == "that" {
			r.First-- // "called that offer a pause"
		}
	}
	r, s.kind = f.d.kindOf(r)
	s.content = r
	if !f.hasWord(r) {
		return false
	}
	for i := r.First; i < r.End; i++ {
		if f.stated[i] {
			return false
		}
	}
	if s.act == onrecord.ActUnknown {
		s.act = onrecord.ActStatement
	}
	s.score = f.d.score(&s)
	f.take(s.content)
	mark(f.stated, s.content)
	if s.rule != rulePassive || s.mention.Len() > 0 || s.heir >= 0 {
		f.sourced = len(f.out)
	}
	f.out = append(f.out, s)
	return true
}

func (f *finder) hasWord(r text.Range) bool {
	for i := r.First; i < r.End; i++ {
		if f.d.Is(i, text.Word) {
			return true
		}
	}
	return false
}

// order sorts the statements by their place in the text and turns heir into
// the new indexes.
func (f *finder) order() {
	perm := make([]int, len(f.out))
	for i := range perm {
		perm[i] = i
	}
	slices.SortStableFunc(perm, func(a, b int) int { return f.out[a].content.First - f.out[b].content.First })
	at := make([]int, len(perm))
	for i, p := range perm {
		at[p] = i
	}
	sorted := make([]statement, len(perm))
	for i, p := range perm {
		s := f.out[p]
		if s.heir >= 0 {
			if s.heir = at[s.heir]; s.heir >= i {
				f.inherit(&s, f.out[perm[s.heir]])
			}
		}
		sorted[i] = s
	}
	f.out = sorted
}

// inherit gives s, which comes before the statement it shares its source
// with, that one's mention.
func (f *finder) inherit(s *statement, from statement) {
	s.heir, s.goesOn = -1, false
	if s.mention.Len() == 0 {
		s.mention, s.cue = from.mention, from.cue
	}
}
