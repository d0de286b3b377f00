package position

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/onrecord/onrecord/compare"
)

// A quantity is a number of a statement.
type quantity struct {
	compare.Quantity
	text string // as written
}

// quantitiesOf returns the numbers of a text whose words are at hand.
func quantitiesOf(text string, words []compare.Word) []quantity {
	var all []quantity
	for _, q := range compare.Quantities(text, words) {
		all = append(all, quantity{q, q.Span.Of(text)})
	}
	return all
}

// A number is a quantity in a clause.
type number struct {
	quantity
	first, last int // its words
}

// words returns the words of a number.
func (n *number) words() []int {
	var words []int
	for i := n.first; i <= n.last; i++ {
		words = append(words, i)
	}
	return words
}

// findNumbers takes the quantities that stand in the clause: those that can be
// compared as numbers, and years as times.
func (r *reading) findNumbers(all []quantity) {
	for _, q := range all {
		first := slices.IndexFunc(r.words, func(w word) bool { return w.Start == q.Span.Start })
		if first < 0 {
			continue
		}
		last := first
		for last+1 < len(r.words) && r.words[last+1].Start < q.Span.End && r.words[last+1].Start > r.words[last].Start {
			last++
		}
		for i := first; i <= last; i++ {
			r.meaning[i] = false
		}
		switch {
		case isYear(q):
			r.times.years = append(r.times.years, timeWord{int(q.Value), first})
		case r.counts(first, last, q):
			r.numbers = append(r.numbers, number{q, first, last})
		}
	}
}

func isYear(q quantity) bool {
	year, err := strconv.Atoi(q.text)
	return err == nil && len(q.text) == 4 && 1700 <= year && year <= 2200 && !slices.Contains(q.Units, "percent")
}

// counts reports whether a quantity tells how many or how much: it has a unit,
// and is no ordinal, no part of a name, no pronoun and no time that has passed.
func (r *reading) counts(first, last int, q quantity) bool {
	ordinal := strings.TrimLeft(strings.ToLower(q.text), "0123456789.,")
	if len(q.Units) == 0 || slices.Contains([]string{"st", "nd", "rd", "th"}, ordinal) {
		return false
	}
	if first > 0 && r.words[first-1].capital && !r.isMonth(first-1) {
		return false
	}
	if q.text == "one" || q.text == "One" || first > 0 && r.groups(first-1) {
		return false
	}
	return !timeUnits[q.Units[0]] || !r.passed(first, last)
}

// groups reports whether word i makes a number the name of a group or a time:
// "the top 10 percent", "the last ten years".
func (r *reading) groups(i int) bool {
	switch r.words[i].term {
	case "top", "bottom", "richest", "wealthiest", "poorest", "first", "last", "next", "past", "other":
		return true
	}
	return false
}

// timeUnits are the stems of units of time.
var timeUnits = map[string]bool{"year": true, "month": true, "week": true, "dai": true, "hour": true, "decad": true, "minut": true}

// passed reports whether a length of time is one that has passed: "for ten
// years", "ten years ago".
func (r *reading) passed(first, last int) bool {
	before := map[string]bool{"for": true, "since": true, "past": true, "last": true, "after": true}
	for i := max(0, first-2); i < first; i++ {
		if before[r.words[i].term] {
			return true
		}
	}
	for i := last + 1; i < min(last+4, len(r.words)); i++ {
		if term := r.words[i].term; term == "ago" || term == "old" || term == "later" || term == "earlier" {
			return true
		}
	}
	return false
}

// sameUnit reports whether two quantities count the same thing.
func sameUnit(a, b *number) bool {
	return slices.ContainsFunc(a.Units, func(unit string) bool { return !vagueUnits[unit] && slices.Contains(b.Units, unit) })
}

// vagueUnits are the stems of words behind a number that do not say what it
// counts.
var vagueUnits = map[string]bool{"new": true, "more": true, "extra": true, "addit": true, "further": true, "differ": true, "time": true, "thing": true, "wai": true}

// roundingError is the part of a number up to which another is the same one
// rounded.
const roundingError = 0.02

// sameValue reports whether two numbers are the same, or one is the other
// rounded.
func sameValue(a, b float64) bool {
	return math.Abs(a-b) <= roundingError*max(math.Abs(a), math.Abs(b))
}

// mostApart is how many times another number can be one and still be of the
// same thing.
const mostApart = 20

func near(a, b float64) bool { return max(a, b) <= mostApart*min(a, b) }
