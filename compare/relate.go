package compare

import "slices"

// A Relation tells what two statements have to do with each other by their
// words.
type Relation int

// The relations.
const (
	Different Relation = iota // other words
	Opposed                   // almost the same words, but not the same statement: a negation, a number, a name or "may" for "will" sets them apart
	Part                      // one is a piece of the other, cut at an end or at both
	Reworded                  // the same words but for a few, among them one that takes another's place: package position tells whether it is the contrary
	Alike                     // the same words but for a few that change nothing
)

// relationNames are the words of docs and tests.
var relationNames = [...]string{Different: "different", Opposed: "opposed", Part: "part", Reworded: "reworded", Alike: "alike"}

// String returns the relation as a word.
func (r Relation) String() string { return relationNames[r] }

// What a difference costs, in words with content that one of the statements has
// and the other not. Statements are the same where that is at most tolerance of
// the words with content that the shorter has.
const (
	tolerance    = 0.2
	replacedCost = 1.6 // another word in place of one with content
	variantCost  = 0.3 // the same word, spelled or inflected otherwise
	emptyCost    = 0.2 // a word without content
)

// markedPart is how much an ellipsis or an editor's words can stand for, of what
// the statements have in common.
const markedPart = 0.5

// partTolerance is the tolerance for a part: what stands around it may already
// change what it says.
const partTolerance = 0.1

// leastPart is how much of a statement another has to have to be a part of it:
// a line of a speech is a statement of its own.
const leastPart = 0.25

// Relate compares two wordings, whichever way round. Likeness is 1 for the same
// words and falls to 0 where they are no longer alike; it is 0 for statements
// that are different or opposed.
func Relate(a, b *Wording) (relation Relation, likeness float64) {
	if len(a.spoken) > len(b.spoken) || len(a.spoken) == len(b.spoken) && a.text > b.text {
		a, b = b, a
	}
	if a.content == 0 || b.content == 0 {
		return Different, 0
	}
	c := newPairing(a, b)
	allowed := tolerance * float64(a.content)
	inside, opposed := c.inside()
	around := c.around()
	same, marked := c.same()
	switch {
	case inside > allowed || float64(marked) > markedPart*float64(same):
		return Different, 0
	case opposed || c.turnedAround():
		return Opposed, 0
	case inside+around <= allowed && c.replaces():
		return Reworded, 1 - (inside+around)/(2*allowed)
	case inside+around <= allowed:
		return Alike, 1 - (inside+around)/(2*allowed)
	case inside <= partTolerance*float64(a.content) && float64(a.content) >= leastPart*float64(b.content) && marked == 0:
		return Part, (1 - inside/(2*allowed)) / 2
	}
	return Different, 0
}

// A pairing is the shorter of two wordings laid on the part of the longer one
// that is nearest to it.
type pairing struct {
	short, long *Wording
	a, b        []Word // their words as they are compared
	runs        []run
	first, last int // the part, as places in b
}

func newPairing(short, long *Wording) *pairing {
	c := &pairing{short: short, long: long, a: short.words(long), b: long.words(short)}
	steps := align(c.a, c.b, true)
	if len(steps) > 0 {
		end := steps[len(steps)-1]
		c.first, c.last = steps[0].original, end.original+end.originalWidth
	}
	c.runs = runsOf(steps, nil)
	return c
}

// inside is what the differences inside of the part cost, those apart that make
// another statement of it. What an editor marked costs nothing.
func (c *pairing) inside() (cost float64, opposed bool) {
	for _, r := range c.runs {
		switch {
		case !c.differs(r):
		case c.turns(r) || c.renames(r) || c.changesPerson(r):
			opposed = true
		default:
			cost += c.runCost(r)
		}
	}
	return cost, opposed
}

// atEdge reports whether a run is of words of the shorter wording alone, at an
// end where the longer one has others.
func (c *pairing) atEdge(r run) bool {
	begins, ends := r.quoteStart == 0 && c.first > 0, r.quoteEnd == len(c.a) && c.last < len(c.b)
	return r.originalStart == r.originalEnd && (begins || ends)
}

// same counts the words with content in common, and those in whose place the
// other wording has an ellipsis or an editor's words, which could be anything.
func (c *pairing) same() (same, marked int) {
	for _, r := range c.runs {
		in, out := c.short.contentIn(r.quoteStart, r.quoteEnd), c.long.contentIn(r.originalStart, r.originalEnd)
		switch {
		case r.why == byMark || r.why == byEditor:
			marked += max(in, out)
		case !c.differs(r):
			same += in
		}
	}
	return same, marked
}

// around is what the words of the longer one cost that stand around the part.
func (c *pairing) around() float64 {
	content := c.long.contentIn(0, c.first) + c.long.contentIn(c.last, len(c.b))
	return float64(content) + emptyCost*float64(c.first+len(c.b)-c.last-content)
}

// differs reports whether a run is of words that are not the same.
func (c *pairing) differs(r run) bool {
	return r.why == changed && !sameWritten(c.ofShort(r), c.ofLong(r))
}

func (c *pairing) ofShort(r run) []Word { return c.a[r.quoteStart:r.quoteEnd] }
func (c *pairing) ofLong(r run) []Word  { return c.b[r.originalStart:r.originalEnd] }

// runCost is what other words cost: pairs of them are replaced, the rest is put
// in or left out.
func (c *pairing) runCost(r run) float64 {
	in, out, variants := c.content(r)
	replaced := min(in, out)
	if c.atEdge(r) {
		replaced = in
	}
	empty := max(r.quoteEnd-r.quoteStart-in, r.originalEnd-r.originalStart-out) - variants
	return replacedCost*float64(replaced) + float64(max(in, out)-replaced) + variantCost*float64(variants) + emptyCost*float64(empty)
}

// content counts the words with content of both sides of a run, without those
// that are only spelled otherwise, and these.
func (c *pairing) content(r run) (in, out, variants int) {
	variants = c.variants(r)
	in, out = c.short.contentIn(r.quoteStart, r.quoteEnd), c.long.contentIn(r.originalStart, r.originalEnd)
	return in - variants, out - variants, variants
}

// replaces reports whether some word with content takes the place of another.
func (c *pairing) replaces() bool {
	return slices.ContainsFunc(c.runs, func(r run) bool {
		in, out, _ := c.content(r)
		return c.differs(r) && in > 0 && out > 0
	})
}

// variants counts the words with content that stand on both sides and are only
// spelled otherwise.
func (c *pairing) variants(r run) int {
	n := 0
	for i := r.quoteStart; i < r.quoteEnd; i++ {
		for j := r.originalStart; j < r.originalEnd; j++ {
			if c.short.contents[i] && c.long.contents[j] && isVariant(c.a[i].Term, c.b[j].Term) {
				n++
				break
			}
		}
	}
	return min(n, r.originalEnd-r.originalStart)
}

// isVariant reports whether two stems are one word in two spellings: "favour"
// and "favor", a slip of a letter.
func isVariant(a, b string) bool {
	const least = 5 // letters
	if len(a) < least || len(b) < least || isNegatedForm(a, b) {
		return false
	}
	return nearlySpelled(a, b)
}

// nearlySpelled reports whether one letter put in, left out or changed makes
// one word of the other.
func nearlySpelled(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
