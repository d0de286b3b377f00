package position

// A subject is who or what a clause is about.
type subject struct {
	who  person
	noun int // of a named one: its word
}

type person int

const (
	unknown person = iota
	self           // I, we
	another        // you, they; in reported speech they can be the speaker
	named          // a noun
)

// findSubject returns the last noun or pronoun before the first verb that can
// be told.
func (r *reading) findSubject() subject {
	return r.subjectBefore(r.verb())
}

// subjectBefore returns the nearest noun or pronoun before a word.
func (r *reading) subjectBefore(verb int) subject {
	for i := verb - 1; i >= 0; i-- {
		w := r.words[i]
		switch {
		case selves.has(w):
			return subject{who: self}
		case pronouns.has(w):
			return subject{who: pronoun(w.term)}
		case r.meaning[i]:
			return subject{named, r.chief(i)}
		}
	}
	return subject{}
}

// chief returns the noun that a group of words which ends with word i is about:
// "debate" of "the debate on the budget".
func (r *reading) chief(i int) int {
	for j := i; j > 0; j-- {
		if prepositions[r.words[j].term] && r.meaning[j-1] {
			return r.chief(j - 1)
		}
		if w := r.words[j]; !r.meaning[j] && w.term != "the" && w.term != "a" && w.term != "an" && !selves.has(w) {
			break
		}
	}
	return i
}

var prepositions = map[string]bool{"of": true, "on": true, "for": true, "in": true, "at": true, "with": true, "from": true, "about": true, "between": true, "over": true, "to": true, "under": true, "against": true}

// isSubject tells of the pronouns that a verb follows.
func isSubject(w word) bool {
	return w.term == "i" || w.term == "we" || w.term == "it" || pronoun(w.term) == another
}

func pronoun(term string) person {
	switch term {
	case "you", "they", "he", "she":
		return another
	}
	return unknown
}

// verb returns where the first modal verb, auxiliary, negation or stance
// stands behind the beginning; 0 for none.
func (r *reading) verb() int {
	at := 0
	note := func(i int) {
		if i > 0 && (at == 0 || i < at) {
			at = i
		}
	}
	for i, w := range r.words {
		if modalVerb.has(w) || auxiliary.has(w) || i > 0 && w.content && isSubject(r.words[i-1]) {
			note(i)
		}
	}
	for _, n := range r.negations {
		note(n.at)
	}
	for _, s := range r.stances {
		note(s.at)
	}
	return at
}
