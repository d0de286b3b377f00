package position

import (
	"slices"
	"strings"
)

// attribute notes where the sentence goes over to somebody else's words or
// mind: "critics say", "they want".
func (s *splitter) attribute(i int) {
	if !saying.has(s.words[i]) || !s.words[i].content || i == s.start {
		return
	}
	for j := i - 1; j >= s.start; j-- {
		w := s.words[j]
		switch {
		case isAdverb(w), modalVerb.has(w), auxiliary.has(w):
		case selves.has(w), w.term == "to", w.term == "a", w.term == "the", w.term == "of":
			return
		case pronouns.has(w):
			s.others = s.direct || w.term == "they"
			s.own = s.own && !s.others
			return
		case w.content:
			s.others, s.own = true, false
			return
		}
	}
}

// isAdverb tells of the words that stand between a subject or a verb and what
// belongs to it.
func isAdverb(w word) bool { return strings.HasSuffix(w.term, "ly") || adverb.has(w) }

// quote follows quotation marks inside a direct statement.
func (s *splitter) quote(before string) {
	marks := strings.Count(before, "“") + strings.Count(before, "”") + strings.Count(before, "\"")
	if s.direct && marks%2 == 1 {
		s.quoted = !s.quoted
	}
}

// demands reports whether the clause tells others not to do something.
func (s *splitter) demands() bool {
	w := s.words[s.start:]
	return s.head == 0 && len(w) > 1 && w[0].term == "do" && w[1].term == "not"
}

// asks reports whether the sentence of the clause before word i is a question.
func (s *splitter) asks(i int) bool {
	for ; i < len(s.words); i++ {
		if endsSentence(s.words[i].before) {
			return strings.Contains(s.words[i].before, "?")
		}
	}
	last := s.words[len(s.words)-1].End
	return strings.Contains(s.text[last:], "?")
}

// suppose takes what the speaker's very words say that would be so in some case
// ("I would support it if it were smaller") for not asserted.
func (s *splitter) suppose() {
	cases := map[int]bool{} // sentences with one
	for _, c := range s.clauses {
		cases[c.sentence] = cases[c.sentence] || c.words[0].term == "if" || c.words[0].term == "unless"
	}
	for i, c := range s.clauses {
		s.clauses[i].conditional = cases[c.sentence]
		if c.words[0].term == "except" && i > 0 {
			s.clauses[i-1].own = false // it holds, but for something
		}
		if s.direct && cases[c.sentence] && slices.ContainsFunc(c.words, isSubjunctive) {
			s.clauses[i].own = false
		}
	}
}

func isSubjunctive(w word) bool { return w.term == "would" || w.term == "could" || w.term == "might" }
