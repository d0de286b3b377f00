package compare

import (
	"slices"

	"github.com/onrecord/onrecord"
)

// maxCells bounds the table of an alignment, and so its time and memory: some
// 30 ms. Of a longer original, the part that shares the most words is compared.
const maxCells = 4 << 20

// MaxWords is how many words of a quotation are compared; those behind are not
// looked at.
const MaxWords = 1000

// Edits compares two whole texts, of which the first is taken for a quotation
// of the second. Spans are into the texts.
func Edits(quote, original string) []onrecord.QuoteEdit {
	q, o := NewQuote(quote), NewText(original)
	o.words = o.words[:min(len(o.words), maxCells/MaxWords)]
	return q.edits(o, told(q.text, o, align(q.text.words, o.words, false)))
}

// find returns what becomes of the words of a quotation in the part of an
// original that is nearest to it, and how many pairs of words were looked at.
func find(quote, original *Text) (runs []run, pairs int) {
	start, end := window(quote.words, original.words)
	steps := align(quote.words, original.words[start:end], true)
	for i := range steps {
		steps[i].original += start
	}
	return told(quote, original, steps), len(quote.words) * (end - start)
}

// A step pairs a word of the quotation with one of the original, or either
// with none.
type step struct {
	why                       reason
	quote, original           int // places
	quoteWidth, originalWidth int // 0 or 1
}

// A reason is why words are paired, or are not.
type reason int

const (
	equal    reason = iota // they are the same
	changed                // they are others
	byEditor               // one side has brackets
	byMark                 // one side has an ellipsis
)

// costs are those of a step. Words that an ellipsis or an editor stands for
// cost little, so that they are found and no more of them than there must be:
// less than a change even if an ellipsis stands for all of a long original. Of
// several ways at one cost, the one with the most words in common is taken:
// hence the gain, too small to pay for a change.
var costs = [...]int32{equal: -2, changed: 10_000, byEditor: 500, byMark: 1}

// goingOn is the cost of a word that is left out behind another one: a whole
// clause that is missing is one change more than several.
const goingOn = 3000

// align pairs the words at the least cost (the table of Needleman and Wunsch,
// with Gotoh's for words left out; with free set, what stands before and behind
// the quotation in the original costs nothing, as Sellers has it).
func align(quote, original []Word, free bool) []step {
	t := newTable(quote, original, free)
	t.firstRow()
	for i := range quote {
		t.row(i)
	}
	return t.trace()
}

// A table holds the costs of one row and the steps of all.
type table struct {
	quote, original []Word
	free            bool
	width           int
	costs, above    []int32
	moves           []move // by row and column
}

// A move is the last step into a cell.
type move uint8

const (
	pair   move = iota + 1 // a word of each
	insert                 // one of the quotation
	drop                   // one of the original
	last   move = 1<<2 - 1 // the bits of the three
	goesOn move = 1 << 2   // where the last step is to drop a word, one before it is dropped too
)

func newTable(quote, original []Word, free bool) *table {
	width := len(original) + 1
	return &table{
		quote: quote, original: original, free: free, width: width,
		costs: make([]int32, width), above: make([]int32, width), moves: make([]move, (len(quote)+1)*width),
	}
}

// firstRow fills the row in front of the quotation.
func (t *table) firstRow() {
	dropped := never
	for j := 1; j < t.width; j++ {
		if t.free {
			t.moves[j] = drop
			continue
		}
		dropped, t.moves[j] = t.dropCost(0, j, dropped, t.above[j-1])
		t.above[j] = dropped
		t.moves[j] |= drop
	}
}

// never is a cost that no way has.
const never int32 = 1 << 30

// row fills the row of a word of the quotation.
func (t *table) row(i int) {
	moves := t.moves[(i+1)*t.width:]
	t.costs[0], moves[0] = t.above[0]+costs[t.insertReason(i, 0)], insert
	dropped, on := never, move(0)
	for j := 1; j < t.width; j++ {
		best, by := t.above[j-1]+costs[t.pairReason(i, j-1)], pair
		if c := t.above[j] + costs[t.insertReason(i, j)]; c < best {
			best, by = c, insert
		}
		dropped, on = t.dropCost(i+1, j, dropped, t.costs[j-1])
		if dropped < best {
			best, by = dropped, drop
		}
		t.costs[j], moves[j] = best, by|on
	}
	t.costs, t.above = t.above, t.costs
}

// dropCost returns the cost of leaving out the word of column j: behind others
// that are left out, or as the first.
func (t *table) dropCost(i, j int, dropped, before int32) (int32, move) {
	why := t.dropReason(i, j-1)
	on := costs[why]
	if why == changed {
		on = goingOn
	}
	if dropped+on < before+costs[why] {
		return dropped + on, goesOn
	}
	return before + costs[why], 0
}

func (t *table) pairReason(i, j int) reason {
	q, o := &t.quote[i], &t.original[j]
	if why := max(reasonOf[q.Kind], reasonOf[o.Kind]); why == byMark || !same(q, o) {
		return why
	}
	return equal
}

// insertReason is that of the quotation's word i behind j words of the
// original.
func (t *table) insertReason(i, j int) reason {
	why := reasonOf[t.quote[i].Kind]
	if j > 0 {
		why = max(why, reasonOf[t.original[j-1].Kind])
	}
	return why
}

// dropReason is that of the original's word j behind i words of the quotation.
func (t *table) dropReason(i, j int) reason {
	why := reasonOf[t.original[j].Kind]
	if i > 0 {
		why = max(why, reasonOf[t.quote[i-1].Kind])
	}
	return why
}

// reasonOf is the reason that a word which is alone, or not the same, brings.
var reasonOf = [...]reason{Spoken: changed, Editorial: byEditor, Ellipsis: byMark}

// trace returns the steps from the beginning to the cheapest end.
func (t *table) trace() []step {
	i, j := len(t.quote), len(t.original)
	if t.free {
		for k, cost := range t.above {
			if cost < t.above[j] {
				j = k
			}
		}
	}
	var steps []step
	dropping := false
	for i > 0 || j > 0 && !t.free {
		m := t.moves[i*t.width+j]
		by := m & last
		if dropping {
			by = drop
		}
		dropping = by == drop && m&goesOn != 0
		var s step
		switch by {
		case pair:
			i, j = i-1, j-1
			s = step{t.pairReason(i, j), i, j, 1, 1}
		case insert:
			i--
			s = step{t.insertReason(i, j), i, j, 1, 0}
		default:
			j--
			s = step{t.dropReason(i, j), i, j, 0, 1}
		}
		steps = append(steps, s)
	}
	slices.Reverse(steps)
	return steps
}
