package extract

import (
	"strings"

	"github.com/onrecord/onrecord/extract/internal/text"
)

// A class is a set of word classes, by closed lists: what a word can be, not
// what it is here.
type class uint32

// The word classes.
const (
	determiner   class = 1 << iota // the, a, some, this
	preposition                    // of, in, on
	subjectWord                    // he, she, they: pronouns that can only be a subject
	pronoun                        // every personal pronoun
	possessive                     // his, their
	auxiliary                      // is, have, did, and 's where it can be "is" or "has"
	modal                          // will, could
	coordinator                    // and, but, or
	subordinator                   // because, while, if
	relative                       // who, which, that
	adverb                         // also, then, recently
	timeWord                       // Monday, today, week, morning
	title                          // President, Sen., Mr.
	finiteVerb                     // commonly a finite verb: makes, went
	questionWord                   // whether, why, how
	addressee                      // reporters, viewers: whom one tells
)

// function are the classes of words that no name is made of.
const function = determiner | preposition | pronoun | possessive | auxiliary | modal | coordinator |
	subordinator | relative | adverb | questionWord | timeWord

// classOf returns the classes of a token.
func classOf(t *text.Token) class {
	if t.Flags&text.Word == 0 {
		return 0
	}
	c := wordClasses[t.Lower]
	if c&title != 0 && t.Flags&text.Capital == 0 {
		c &^= title
	}
	if c == 0 && len(t.Lower) > 4 && strings.HasSuffix(t.Lower, "ly") && t.Flags&text.Capital == 0 && !notAdverbs[t.Lower] {
		c = adverb
	}
	if t.Lower == "may" && t.Flags&text.Capital != 0 {
		c = timeWord
	}
	return c
}

// wordClasses maps a word in lower case to its classes.
var wordClasses = joinClasses(
	wordList{determiner, determiners},
	wordList{preposition, prepositions},
	wordList{subjectWord | pronoun, subjectPronouns},
	wordList{pronoun, otherPronouns},
	wordList{possessive, possessives},
	wordList{auxiliary, auxiliaries},
	wordList{modal, modals},
	wordList{coordinator, coordinators},
	wordList{subordinator, subordinators},
	wordList{relative, relatives},
	wordList{adverb, adverbs},
	wordList{timeWord, timeWords},
	wordList{title, titles},
	wordList{finiteVerb, finiteVerbs},
	wordList{questionWord, questionWords},
	wordList{addressee, addressees},
)

type wordList struct {
	class class
	words string
}

func joinClasses(lists ...wordList) map[string]class {
	m := make(map[string]class)
	for _, l := range lists {
		for _, w := range strings.Fields(l.words) {
			m[w] |= l.class
		}
	}
	return m
}

func wordSet(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
