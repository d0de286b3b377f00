package compare

import (
	"cmp"

	"github.com/onrecord/onrecord/analysis"
)

// MaxWordingWords is how many words of a statement tell whether another is the
// same one: longer ones are told by their beginning.
const MaxWordingWords = 300

// A Wording is a statement in the words of one article, made ready to be held
// against others.
type Wording struct {
	text     string
	reported bool
	spoken   []Word // as they are compared between two quotations
	told     []Word // as they are where either is in a reporter's words
	contents []bool // per word: it says something by itself, unlike "the" and "will"
	content  int    // how many do
}

// NewWording takes the words of a statement. Those of a reported one may be the
// reporter's: "she would stay" for "I will stay".
func NewWording(text string, reported bool) *Wording {
	w := &Wording{text: text, reported: reported}
	for _, word := range trimMarks(Words(text)) {
		for _, spelled := range spelledOut(word.Term) {
			w.add(word, spelled)
		}
		if len(w.spoken) >= MaxWordingWords {
			break
		}
	}
	return w
}

// trimMarks leaves out the ellipses at both ends.
func trimMarks(words []Word) []Word {
	for len(words) > 0 && words[0].Kind == Ellipsis {
		words = words[1:]
	}
	for len(words) > 0 && words[len(words)-1].Kind == Ellipsis {
		words = words[:len(words)-1]
	}
	return words
}

// add adds a word, or a part of one, as it is spelled.
func (w *Wording) add(word Word, spelled string) {
	word.Term, word.Stem = spelled, ""
	told := word
	content := toldForms[spelled] == "" && !isNegation(spelled) && analysis.Stem(spelled) != ""
	switch _, _, isNumber := numeral(spelled); {
	case content && !isNumber:
		word.Term = analysis.Stem(cmp.Or(Lemma(spelled), spelled))
		told.Term = word.Term
	case toldForms[spelled] != "":
		told.Term = toldForms[spelled]
	}
	if content {
		w.content++
	}
	w.spoken, w.told, w.contents = append(w.spoken, word), append(w.told, told), append(w.contents, content)
}

// words returns the words as they are compared with another wording's.
func (w *Wording) words(other *Wording) []Word {
	if w.reported || other.reported {
		return w.told
	}
	return w.spoken
}

// contentIn counts the words with content from start to end.
func (w *Wording) contentIn(start, end int) int {
	n := 0
	for _, content := range w.contents[start:end] {
		if content {
			n++
		}
	}
	return n
}
