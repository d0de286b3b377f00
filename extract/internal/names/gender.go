package names

// learnGenders finds the gender of persons whose name does not tell it, from
// the pronouns of sentences that name nobody else.
func (s *scanner) learnGenders() {
	votes := make([]int, len(s.article.Entities)) // positive: male
	any := false
	for i := 0; i < len(s.article.Mentions); {
		sentence := s.d.Tokens[s.article.Mentions[i].Tokens.First].Sentence
		alone, j := -1, i
		for ; j < len(s.article.Mentions) && s.d.Tokens[s.article.Mentions[j].Tokens.First].Sentence == sentence; j++ {
			e := s.article.Mentions[j].Entity
			if s.article.Entities[e].Kind != Person && s.article.Entities[e].Kind != Unknown {
				continue
			}
			if alone < 0 {
				alone = e
			} else if alone != e {
				alone = len(votes)
			}
		}
		if alone >= 0 && alone < len(votes) && s.article.Entities[alone].Gender == NoGender {
			votes[alone] += s.pronouns(s.article.Mentions[i].Tokens.End, sentence)
			any = true
		}
		i = j
	}
	if !any {
		return
	}
	for e, v := range votes {
		if p := &s.article.Entities[e]; p.Gender == NoGender && v != 0 {
			if p.Kind == Unknown && (v > 1 || v < -1) {
				p.Kind = Person
			}
			if p.Gender = Male; v < 0 {
				p.Gender = Female
			}
		}
	}
}

// maxVoteTokens bounds how far a pronoun is looked for.
const maxVoteTokens = 80

// pronouns counts the pronouns outside of quotations from token i to the end
// of its sentence, and the one that opens the next: male minus female.
func (s *scanner) pronouns(i, sentence int) int {
	v := 0
	for k := i; k < len(s.d.Tokens) && k < i+maxVoteTokens && s.d.Tokens[k].Sentence == sentence; k++ {
		if s.d.Tokens[k].Quote < 0 {
			v += sign(PronounGender(s.d.Lower(k)))
		}
	}
	if sentence+1 < len(s.d.Sentences) {
		r := s.d.Sentences[sentence+1]
		for k := r.First; k < r.End && k < r.First+2; k++ {
			v += sign(PronounGender(s.d.Lower(k)))
		}
	}
	return v
}

func sign(g Gender) int {
	switch g {
	case Male:
		return 1
	case Female:
		return -1
	}
	return 0
}

// PronounGender returns the gender of a personal pronoun in lower case.
func PronounGender(w string) Gender {
	switch w {
	case "he", "his", "him", "himself":
		return Male
	case "she", "her", "hers", "herself":
		return Female
	}
	return NoGender
}
