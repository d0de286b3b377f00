package position

import (
	"strings"
)

// A stance is a word or phrase with opposites.
type stance struct {
	operator
	last int // the particle, where words stand between it and its verb; else end-1
	in   []direction
	// turns is set where it turns around the verb that depends on it.
	turns bool
}

// words returns the words of a stance.
func (s *stance) words() []int {
	words := []int{s.last}
	for i := s.at; i < s.end; i++ {
		words = append(words, i)
	}
	return words
}

// findStances finds the words with opposites.
func (r *reading) findStances() {
	for i := 0; i < len(r.words); i++ {
		found, width := stances.longest(r.words[i:])
		last := i + width - 1
		if width < 2 {
			if entries, particle := r.separated(i); particle > 0 {
				found, width, last = entries, 1, particle
			}
		}
		if width == 0 {
			continue
		}
		s := stance{operator: operator{at: i, end: i + width}, last: last}
		for _, e := range found {
			s.in = append(s.in, e.value)
		}
		_, turns := complemented.longest(r.words[i:])
		s.turns = turns > 0 && r.hasComplement(s.end)
		s.focus = r.focus(s.end)
		r.stances = append(r.stances, s)
		i = s.end - 1
	}
}

// stand adds a direction to the stance at word i.
func (r *reading) stand(i int, in direction) {
	for j := range r.stances {
		if s := &r.stances[j]; s.at <= i && i < s.end {
			s.in = append(s.in, in)
			return
		}
	}
	r.stances = append(r.stances, stance{operator: operator{at: i, end: i + 1, focus: r.focus(i + 1)}, last: i, in: []direction{in}})
}

// separated finds a phrase of a verb and a particle with some words between them
// ("rule a strike out").
func (r *reading) separated(i int) (found []entry[direction], particle int) {
	const between = 6
	for _, e := range stances[r.words[i].key] {
		if len(e.keys) != 2 || !particles[e.keys[1]] {
			continue
		}
		for j := i + 1; j < min(i+2+between, len(r.words)) && !modalVerb.has(r.words[j]) && !auxiliary.has(r.words[j]); j++ {
			if r.words[j].term == e.keys[1] {
				return []entry[direction]{e}, j
			}
			if e.keys[0] == "be" && r.meaning[j] {
				break // "is fighting against"
			}
		}
	}
	return nil, 0
}

// particles are those of verbs in opposites that can stand apart from them.
var particles = map[string]bool{"out": true, "down": true, "off": true, "up": true, "back": true, "home": true, "forward": true, "against": true}

// hasComplement reports whether a verb that depends on what is before word i
// stands there: "to sign", "that we sign", "signing", "us from signing".
func (r *reading) hasComplement(i int) bool {
	for j := i; j < min(i+3, len(r.words)); j++ {
		switch term := r.words[j].term; {
		case term == "to" && j+1 < len(r.words) && r.words[j+1].content, term == "from", term == "that":
			return true
		case r.words[j].content && !shells.has(r.words[j]) && !claims[term]:
			return j == i && strings.HasSuffix(term, "ing") && len(term) > 5
		}
	}
	return false
}

// claims are what can stand between "reject" and "that".
var claims = map[string]bool{"claim": true, "claims": true, "notion": true, "suggestion": true, "view": true, "charge": true, "us": true}
