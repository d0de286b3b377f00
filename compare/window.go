package compare

// window returns the part of an original that is compared: all of it, or,
// where the table would be too large, the part that shares the most different
// words with the quotation, with as much room on both sides.
func window(quote, original []Word) (start, end int) {
	most := max(maxCells/max(len(quote), 1), 1)
	if len(original) <= most {
		return 0, len(original)
	}
	wanted := make(map[string]bool, len(quote))
	for _, w := range quote {
		wanted[w.Term] = true
	}
	inside := make(map[string]int)
	best, at := -1, 0
	for i, w := range original {
		if wanted[w.Term] {
			inside[w.Term]++
		}
		if out := i - most; out >= 0 {
			if term := original[out].Term; wanted[term] {
				if inside[term]--; inside[term] == 0 {
					delete(inside, term)
				}
			}
		}
		if len(inside) > best {
			best, at = len(inside), i+1
		}
	}
	start = max(0, at-most)
	return start, min(len(original), start+most)
}
