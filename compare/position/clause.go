package position

import (
	"slices"
	"strings"
)

// A clause is a part of a statement that says one thing.
type clause struct {
	words       []word
	own         bool // the speaker says it is so: no condition, no question, nobody else's words
	direct      bool // these are the speaker's very words, where "he" is somebody else
	sentence    int
	conditional bool // the sentence has a condition
}

// A splitter cuts the words of a statement into clauses.
type splitter struct {
	words   []word
	direct  bool
	text    string
	inert   []bool // by word: of an idiom
	clauses []clause

	// Of the clause that is being read:
	start          int // its first word
	headFrom, head int // where the words begin, and how many they are, that it has from a clause before; see coordinate
	own            bool
	condition      bool // it is one, up to the comma before its main clause
	sentence       int

	others bool // the rest of the sentence is somebody else's words
	quoted bool // these are words in quotation marks inside the statement
}

// clausesOf returns the clauses of a statement.
func clausesOf(text string, words []word, direct bool) []clause {
	s := &splitter{words: words, direct: direct, text: text, inert: idiomsIn(words), own: true}
	for i := range words {
		s.word(i)
	}
	s.end(len(words))
	s.suppose()
	return s.clauses
}

// idiomsIn marks the words of idioms.
func idiomsIn(words []word) []bool {
	marks := make([]bool, len(words))
	for i := range words {
		if _, width := inert.longest(words[i:]); width > 0 {
			for j := range width {
				marks[i+j] = true
			}
		}
	}
	return marks
}

// word decides whether a clause begins at word i.
func (s *splitter) word(i int) {
	before := s.words[i].before
	if i == 0 {
		s.begin(0)
		s.quote(before)
		return
	}
	switch {
	case endsSentence(before) && !s.abbreviated(i) || s.words[i].term == "":
		s.end(i)
		s.others = false
		s.sentence++
		s.begin(i)
	case strings.ContainsAny(before, ";:—–") || strings.Contains(before, " - "):
		s.end(i)
		s.begin(i)
	case strings.ContainsAny(before, "“”\"«»") && s.direct:
		s.end(i)
		s.quote(before)
		s.begin(i)
	case !s.inert[i] && s.isStarter(i), s.isRelative(i):
		s.end(i)
		s.begin(i)
	case strings.Contains(before, ",") && s.condition:
		s.end(i)
		s.begin(i)
	case strings.Contains(before, ",") || isConjunction(s.words[i].term):
		s.coordinate(i)
	}
	s.attribute(i)
}

// begin starts a clause at word i.
func (s *splitter) begin(i int) {
	s.start, s.head = i, 0
	_, isCondition := conditions.longest(s.words[i:])
	_, isOthers := others.longest(s.words[i:])
	s.condition = isCondition > 0 && !s.inert[i]
	s.own = !s.condition && isOthers == 0 && !s.isRelative(i)
	if s.words[i].term == "but" {
		s.others = false
	}
}

// end closes the clause before word i.
func (s *splitter) end(i int) {
	if s.start == i {
		return
	}
	own := s.own && !s.others && !s.quoted && !s.asks(i) && !s.demands()
	c := clause{direct: s.direct, sentence: s.sentence, own: own}
	c.words = append(c.words, s.words[s.headFrom:s.headFrom+s.head]...)
	for j := s.start; j < i; j++ {
		if !s.inert[j] {
			c.words = append(c.words, s.words[j])
		}
	}
	if len(c.words) > s.head {
		s.clauses = append(s.clauses, c)
	}
}

// abbreviated reports whether the dot before word i belongs to a title or an
// initial.
func (s *splitter) abbreviated(i int) bool {
	last := s.words[i-1]
	return s.words[i].before == ". " && last.capital && last.End-last.Start <= 2
}

// isStarter reports whether a word that introduces a clause stands at i.
func (s *splitter) isStarter(i int) bool {
	if term := s.words[i].term; (term == "yet" || term == "so") && !strings.Contains(s.words[i].before, ",") {
		return false
	}
	for _, t := range []table[struct{}]{conditions, reasons, others} {
		if _, width := t.longest(s.words[i:]); width > 0 && !s.isDate(i+width) {
			return true
		}
	}
	return false
}

// isDate reports whether a time stands at word i: "until 2031", "since May".
func (s *splitter) isDate(i int) bool {
	if i >= len(s.words) {
		return false
	}
	term := s.words[i].term
	return term != "" && term[0] >= '0' && term[0] <= '9' || slices.Contains(monthNames, term) || term == "next" || term == "now" || term == "then"
}

// isRelative reports whether "that" at word i tells which thing is meant: "the
// states that have raised it".
func (s *splitter) isRelative(i int) bool {
	if s.words[i].term != "that" || i == 0 || i+1 == len(s.words) || !s.words[i-1].content || saying.has(s.words[i-1]) {
		return false
	}
	next := s.words[i+1]
	return modalVerb.has(next) || auxiliary.has(next)
}
