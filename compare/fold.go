package compare

import "strconv"

// maxNumberWords is how many words one number can have.
const maxNumberWords = 12

// foldNumbers makes one word of each number, and writes ordinals in digits.
func foldNumbers(words []Word) []Word {
	folded := words[:0]
	for i := 0; i < len(words); {
		w := words[i]
		term, width := foldNumber(words[i:])
		if width > 0 {
			w.Term, w.End = term, words[i+width-1].End
		}
		folded = append(folded, w)
		i += max(width, 1)
	}
	return folded
}

// foldNumber returns the number that the words begin with as it is compared,
// and how many words it takes; 0 where they do not begin with one.
func foldNumber(words []Word) (term string, width int) {
	if ordinal, ok := ordinals[words[0].Term]; ok {
		return ordinal, 1
	}
	switch _, _, ok := numeral(words[0].Term); {
	case ok && isOrdinal(words[0].Term):
		return "", 0
	case ok:
	case words[0].Term == "a" && len(words) > 1 && scales[words[1].Term] > 0:
		if _, width = foldNumber(words[1:]); width == 0 {
			return "", 0
		}
		value, _ := number(uniform(words[1:]))
		return format(value), width + 1
	default:
		return "", 0
	}
	words = uniform(words)
	value, width := number(words)
	if width > 0 && width < len(words) {
		if ordinal, ok := ordinals[words[width].Term]; ok && int(value)%10 == 0 && value >= 20 && len(ordinal) == len("1st") {
			return format(value/10) + ordinal, width + 1
		}
	}
	return format(value), width
}

// uniform returns the first words, as many as can be one number: all of the
// speaker or all of an editor, without a bracket within.
func uniform(words []Word) []Word {
	words = words[:min(len(words), maxNumberWords)]
	for i, w := range words {
		if w.Kind != words[0].Kind || w.Stem != "" {
			return words[:i]
		}
	}
	return words
}

func format(value float64) string { return strconv.FormatFloat(value, 'f', -1, 64) }

// isOrdinal tells "3rd" from "3".
func isOrdinal(term string) bool {
	switch suffix := term[max(0, len(term)-2):]; suffix {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// ordinals are those in letters, and how they are compared.
var ordinals = map[string]string{
	"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th",
	"eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th", "thirteenth": "13th",
	"fourteenth": "14th", "fifteenth": "15th", "sixteenth": "16th", "seventeenth": "17th", "eighteenth": "18th",
	"nineteenth": "19th", "twentieth": "20th", "thirtieth": "30th", "hundredth": "100th",
}
