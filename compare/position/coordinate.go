package position

import (
	"strings"
)

// coordinate looks at what a comma, "and" or "or" joins at word i. What has a
// subject or a verb of its own is a clause; what is only another word for which
// the beginning of the clause holds too ("we will not raise taxes, cut pensions
// or close schools") is a clause with that beginning; the rest belongs to the
// clause.
func (s *splitter) coordinate(i int) {
	first := i
	if isConjunction(s.words[i].term) {
		first++
	}
	if first >= len(s.words) || s.dangles(i-1) {
		return
	}
	switch {
	case s.startsClause(first):
		s.end(i)
		s.begin(i)
	case s.isStance(first):
		if from, to, ok := s.beginning(i); ok {
			s.end(i)
			s.start, s.headFrom, s.head = first, from, to-from // asserted as the clause before
		}
	}
}

func isConjunction(term string) bool { return term == "and" || term == "or" || term == "nor" }

// dangles reports whether a word waits for its verb: what follows is put in
// between.
func (s *splitter) dangles(i int) bool {
	w := s.words[i : i+1]
	_, negates := negations.longest(w)
	return negates > 0 || modalVerb.has(w[0]) || auxiliary.has(w[0])
}

// startsClause reports whether a subject pronoun or a verb that goes with one
// stands at word i or soon behind it.
func (s *splitter) startsClause(i int) bool {
	const near = 3
	for j := i; j < min(i+near, len(s.words)); j++ {
		w := s.words[j]
		if j > i && (strings.ContainsAny(w.before, ",.;:?!") || isConjunction(w.term)) {
			return false
		}
		verb := modalVerb.has(w) || auxiliary.has(w) || w.term == "not"
		if selves.has(w) && w.term != "my" && w.term != "our" || verb && !s.inert[j] {
			return true
		}
	}
	return pronouns.has(s.words[i])
}

func (s *splitter) isStance(i int) bool {
	_, width := stances.longest(s.words[i:])
	return width > 0
}

// beginning returns the words with which the clause before word i begins, up to
// its own first stance.
func (s *splitter) beginning(i int) (from, to int, ok bool) {
	if s.head > 0 {
		return s.headFrom, s.headFrom + s.head, true
	}
	for j := s.start; j < i; j++ {
		if s.isStance(j) {
			return s.start, j, j == s.start || s.precedesVerb(j-1)
		}
	}
	return 0, 0, false
}

// precedesVerb reports whether word i is one that verbs stand behind.
func (s *splitter) precedesVerb(i int) bool {
	w := s.words[i]
	return s.dangles(i) || isAdverb(w) || w.term == "to" || isSubject(w) && w.term != "it" || s.words[i].content
}
