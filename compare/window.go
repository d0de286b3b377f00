package compare

// window returns the part of an original that is compared: all of it, or,
// where the table would be too large, the part that shares the most different
// words with the quotation, with as much room on both sides.
func window(quote, original []Word) (start, end int) {
	most := max(maxCells/max(len(quote), 1), 1)
	if len(original) <= most {
		return 0, len(original)
	}
	wanted, keys := make(map[string]bool, len(quote)), make([]string, len(original))
	for _, w := range quote {
		wanted[w.Term] = true
	}
	for i, w := range original {
		keys[i] = w.Term
	}
	_, at := densest(keys, wanted, most)
	start = max(0, at-most)
	return start, min(len(original), start+most)
}
