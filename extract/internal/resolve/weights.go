package resolve

import "math"

// The weights of a choice. They add up to a score; the differences between
// the candidates' scores are log odds.
var weights = struct {
	sameSentence, sentenceBefore, perSentence, perParagraph    float64
	subjectHere, subjectBefore, lastSubject                    float64
	asPossessor, afterPreposition, inApposition                float64
	spokeLast, spokeNear, justIntroduced                       float64
	oftenNamed                                                 float64
	genderKnown, genderUnknown                                 float64
	namedInQuote, namedInContent, quotedOnly, insideSame       float64
	headSame, headAlike, modifierSame, regionSame, regionOther float64
	descriptionLeast, bodyForPlural, pair, unknownBody         float64
}{
	sameSentence: 1.6, sentenceBefore: 1.5, perSentence: -0.35, perParagraph: -0.25,
	subjectHere: 1.4, subjectBefore: 1.0, lastSubject: 0.7,
	asPossessor: -0.4, afterPreposition: -0.8, inApposition: -1.2,
	spokeLast: 1.0, spokeNear: 1.6, justIntroduced: 1.2,
	oftenNamed:  0.3,
	genderKnown: 0.6, genderUnknown: -0.6,
	namedInQuote: -2.5, namedInContent: -2, quotedOnly: -2.5, insideSame: 3,
	headSame: 3, headAlike: 2, modifierSame: 1, regionSame: 2, regionOther: -1.5,
	descriptionLeast: 2, bodyForPlural: -0.8, pair: 0.5, unknownBody: -0.5,
}

// confidences turns scores, best first, into shares that add up to 1.
func confidences(scores []float64) []float64 {
	out := make([]float64, len(scores))
	sum := 0.0
	for i, s := range scores {
		out[i] = math.Exp(s - scores[0])
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}
