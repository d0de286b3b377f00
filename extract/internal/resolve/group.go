package resolve

import "github.com/onrecord/onrecord/extract/internal/text"

// maxSubject bounds the words of the subject that a sentence begins with.
const maxSubject = 7

// noteGroup takes the people that a sentence begins with for a candidate, as
// nobody else makes them one where they have no name and have not spoken:
// "Local residents left the town".
func (r *reader) noteGroup(sentence int) {
	if sentence < 0 || sentence >= len(r.d.Sentences) {
		return
	}
	s := r.d.Sentences[sentence]
	for i := s.First; i < s.End && i < s.First+maxSubject; i++ {
		w := r.d.Lower(i)
		if !r.d.Is(i, text.Word) || i > s.First && (prepositions[w] || verbs[w]) || r.d.Tokens[i].Quote >= 0 || r.article.At(i) >= 0 {
			return
		}
		if !plural(w) || irregularPlurals[w] && i+1 < s.End && plural(r.d.Lower(i+1)) || determiners[w] {
			continue
		}
		p := r.parse(text.Range{First: s.First, End: i + 1})
		f := r.unnamed(&p)
		g := &r.referents[f]
		if g.plural && g.token < i {
			g.token, g.sentence, g.paragraph, g.position = i, sentence, r.d.Tokens[i].Paragraph, asSubject
			g.count++
			r.enlist(f)
		}
		return
	}
}
