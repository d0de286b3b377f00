package compare

import "slices"

// A Comparison is what differs between two texts.
type Comparison struct {
	Edits []Edit
	// Same counts the words that both have; Changed those inserted, those
	// deleted and, of a replacement, the more of both sides.
	Same, Changed int
	// Before and After count the words of the original before and behind the
	// part in which the quotation was found; 0 for Diff.
	Before, After int
}

// maxCells bounds the table of an alignment, and so its time and memory: some
// 30 ms. Of a longer original, the part that shares the most words is compared.
const maxCells = 4 << 20

// MaxWords is how many words of a quotation are compared; those behind are not
// looked at.
const MaxWords = 1000

// Diff compares two whole texts.
func Diff(quote, original string) Comparison {
	q, o := NewText(quote), NewText(original)
	q.words, o.words = q.words[:min(len(q.words), MaxWords)], o.words[:min(len(o.words), maxCells/MaxWords)]
	return newComparison(q, o, runsOf(q, o, align(q.words, o.words, false)))
}

// Find compares a quotation with the part of an original that is nearest to
// it. A quotation without a word, and an original without one, have nothing in
// common.
func Find(quote, original string) Comparison {
	q, o := NewText(quote), NewText(original)
	q.words = q.words[:min(len(q.words), MaxWords)]
	return newComparison(q, o, find(q, o))
}

// find returns what becomes of the words of a quotation in the part of an
// original that is nearest to it.
func find(quote, original *Text) []run {
	start, end := window(quote.words, original.words)
	steps := align(quote.words, original.words[start:end], true)
	for i := range steps {
		steps[i].original += start
	}
	return runsOf(quote, original, steps)
}

// newComparison sums up the runs.
func newComparison(quote, original *Text, runs []run) Comparison {
	first, last := bounds(runs)
	c := Comparison{Before: spoken(original.words[:first]), After: spoken(original.words[last:])}
	for _, r := range runs {
		e := r.edit(quote, original)
		c.Edits = append(c.Edits, e)
		switch {
		case e.Op == Same:
			c.Same += e.QuoteWords
		case e.Op.Changes():
			c.Changed += max(e.QuoteWords, e.OriginalWords)
		}
	}
	return c
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

// align pairs the words at the least cost (the table of Needleman and Wunsch;
// with free set, what stands before and behind the quotation in the original
// costs nothing, as Sellers has it).
func align(quote, original []Word, free bool) []step {
	t := newTable(quote, original, free)
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
)

func newTable(quote, original []Word, free bool) *table {
	width := len(original) + 1
	t := &table{
		quote: quote, original: original, free: free, width: width,
		costs: make([]int32, width), above: make([]int32, width), moves: make([]move, (len(quote)+1)*width),
	}
	for j := 1; j < width; j++ {
		t.moves[j] = drop
		if !free {
			t.above[j] = t.above[j-1] + costs[t.dropReason(0, j-1)]
		}
	}
	return t
}

// row fills the row of a word of the quotation.
func (t *table) row(i int) {
	moves := t.moves[(i+1)*t.width:]
	t.costs[0], moves[0] = t.above[0]+costs[t.insertReason(i, 0)], insert
	for j := 1; j < t.width; j++ {
		best, by := t.above[j-1]+t.pairCost(i, j-1), pair
		if c := t.above[j] + costs[t.insertReason(i, j)]; c < best {
			best, by = c, insert
		}
		if c := t.costs[j-1] + costs[t.dropReason(i+1, j-1)]; c < best {
			best, by = c, drop
		}
		t.costs[j], moves[j] = best, by
	}
	t.costs, t.above = t.above, t.costs
}

func (t *table) pairCost(i, j int) int32 { return costs[t.pairReason(i, j)] }

func (t *table) pairReason(i, j int) reason {
	q, o := &t.quote[i], &t.original[j]
	if why := max(reasonOf[q.Kind], reasonOf[o.Kind]); why == byMark || !same(*q, *o) {
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
	for i > 0 || j > 0 && !t.free {
		var s step
		switch t.moves[i*t.width+j] {
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
