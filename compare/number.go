package compare

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// A Quantity is a number in a text, with the words that tell what it counts.
type Quantity struct {
	Span  onrecord.Span // the number's words, with their scale ("1.2 million")
	Value float64
	// Units are what it counts, the nearest first: "percent", a currency's
	// code, and the stems of up to two words behind the number.
	Units []string
}

// unitWords is how many words behind a number can say what it counts.
const unitWords = 2

// Quantities returns the numbers of a text with these words in order, in digits
// or in letters.
func Quantities(text string, words []Word) []Quantity {
	var found []Quantity
	for i := 0; i < len(words); {
		value, width := number(words[i:])
		if width == 0 {
			i++
			continue
		}
		q := Quantity{Value: value, Span: spanOf(words, i, i+width)}
		if currency := currencyBefore(text[:q.Span.Start]); currency != "" {
			q.Units = append(q.Units, currency)
		}
		i += width
		q.Units = append(q.Units, units(words[i:])...)
		found = append(found, q)
	}
	return found
}

// units returns what the words behind a number say that it counts.
func units(words []Word) []string {
	var stems []string
	for _, w := range words[:min(unitWords, len(words))] {
		if _, width := number([]Word{w}); width > 0 || w.Kind == Ellipsis {
			break
		}
		if w.Term == percent {
			return append(stems, percent)
		}
		if code := currencyNames[w.Term]; code != "" {
			return append(stems, code)
		}
		for _, term := range analysis.Terms(w.Term) {
			stems = append(stems, term.Term)
		}
	}
	return stems
}

// currencySigns and currencyNames lead to the codes of ISO 4217 where one
// currency is meant, and else to the word.
var (
	currencySigns = map[rune]string{'$': "dollar", '€': "euro", '£': "pound", '¥': "yen", '₹': "rupee", '₽': "rouble", '₴': "hryvnia"}
	currencyNames = map[string]string{
		"dollar": "dollar", "dollars": "dollar", "euro": "euro", "euros": "euro", "pound": "pound", "pounds": "pound",
		"yen": "yen", "rupee": "rupee", "rupees": "rupee", "rouble": "rouble", "roubles": "rouble", "ruble": "rouble", "rubles": "rouble",
		"hryvnia": "hryvnia", "hryvnias": "hryvnia",
	}
)

func currencyBefore(text string) string {
	sign, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, " \u00a0"))
	return currencySigns[sign]
}

// sameNumber reports whether both are the same number and nothing else.
func sameNumber(a, b []Word) bool {
	x, width := number(a)
	y, otherWidth := number(b)
	return width > 0 && width == len(a) && otherWidth == len(b) && x == y
}

// number reads the number that the words begin with, and how many of them it
// takes; 0 where they do not begin with one.
func number(words []Word) (value float64, width int) {
	total, part := 0.0, 0.0
	for i, w := range words {
		if w.Kind == Ellipsis {
			break
		}
		if w.Term == "and" && i > 0 && part >= 100 && i+1 < len(words) && small(words[i+1].Term) {
			continue
		}
		n, scale, ok := numeral(w.Term)
		switch {
		case !ok || scale && i == 0 && n < 100:
			return total + part, width
		case !scale && part != 0 && !follows(part, n):
			return total + part, width
		case !scale:
			part += n
		case n == 100:
			part = max(part, 1) * n
		default:
			total, part = total+max(part, 1)*n, 0
		}
		width = i + 1
	}
	return total + part, width
}

// follows reports whether n goes on with a number: "twenty five", "two hundred
// five".
func follows(part, n float64) bool {
	return n < 10 && math.Mod(part, 100) >= 20 && math.Mod(part, 10) == 0 || n < 100 && part >= 100 && math.Mod(part, 100) == 0
}

// small reports whether the word is a number below a hundred in letters.
func small(term string) bool {
	n, ok := cardinals[term]
	return ok && n < 100
}

// numeral reads one word: a number, or with scale set one that multiplies what
// stands before it.
func numeral(term string) (n float64, scale, ok bool) {
	if n, ok = scales[term]; ok {
		return n, true, true
	}
	if n, ok = cardinals[term]; ok {
		return n, false, true
	}
	digits := strings.TrimRight(term, "abcdefghijklmnopqrstuvwxyz")
	if digits == "" {
		return 0, false, false
	}
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil || math.IsInf(n, 0) {
		return 0, false, false
	}
	factor, known := suffixes[term[len(digits):]]
	return n * factor, false, known
}

// suffixes are what stands at the end of digits.
var suffixes = map[string]float64{
	"": 1, "st": 1, "nd": 1, "rd": 1, "th": 1, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12,
}

var scales = map[string]float64{
	"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}

var cardinals = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}
