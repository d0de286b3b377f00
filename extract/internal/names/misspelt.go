package names

// maxMisspelt bounds the surnames that a word is compared with.
const maxMisspelt = 48

// minMisspelt is the least length of a word taken for a surname misspelt.
const minMisspelt = 5

// misspelt returns the person whose surname is w but for one slip of the
// typist, -1 where there is none.
func (s *scanner) misspelt(w string) int {
	if len(w) < minMisspelt || classes[w] != 0 || w[len(w)-1] == 's' && len(s.index.surname[w[:len(w)-1]]) > 0 {
		return -1
	}
	for e := range s.article.Entities[:min(len(s.article.Entities), maxMisspelt)] {
		p := &s.article.Entities[e]
		if p.Kind != Person || len(p.Words) < 2 {
			continue
		}
		if n := p.Surname(); len(n) >= minMisspelt && n[0] == w[0] && n+"s" != w && oneSlip(n, w) {
			return e
		}
	}
	return -1
}

// oneSlip reports whether one letter too many, too few, changed, or two
// letters exchanged make b of a.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
