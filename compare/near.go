package compare

import "github.com/onrecord/onrecord/analysis"

// stemOf returns the stem of a word as it is compared; empty for a stop word and
// others as common.
func (q *Quote) stemOf(term string) string {
	stem, known := q.stemmed[term]
	if !known {
		if !commonWords[term] {
			stem = analysis.Stem(term)
		}
		q.stemmed[term] = stem
	}
	return stem
}

// nearby is how many words, at the least, are looked at together.
const nearby = 12

// shared counts the different stems of a quotation that stand together in an
// original, and returns where: within twice as many words as the quotation has,
// since reported speech says the same in other words and in another order.
func (q *Quote) shared(o *Text) (stems, start, end int) {
	width := max(nearby, 2*q.text.Len())
	keys := make([]string, len(o.words))
	for i, w := range o.words {
		keys[i] = q.stemOf(w.Term)
	}
	stems, end = densest(keys, q.stems, width)
	for start = max(0, end-width); start < end && !q.stems[keys[start]]; {
		start++
	}
	return stems, start, end
}

// densest returns how many different wanted keys stand within so many places,
// at the most, and where the first such window ends.
func densest(keys []string, wanted map[string]bool, width int) (most, end int) {
	inside := make(map[string]int)
	for i, key := range keys {
		if wanted[key] {
			inside[key]++
		}
		if out := i - width; out >= 0 && wanted[keys[out]] {
			if inside[keys[out]]--; inside[keys[out]] == 0 {
				delete(inside, keys[out])
			}
		}
		if len(inside) > most {
			most, end = len(inside), i+1
		}
	}
	return most, end
}
