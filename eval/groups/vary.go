package main

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/service"
)

//go:embed statements.txt
var statements string

// A wording is a statement as one article has it.
type wording struct {
	statement int
	change    string
	belongs   bool // into the group of the statement
	text      string
	reported  bool
	group     string // that it got; "" where it was not found
}

// draft is an article with nothing but the wording.
func (w *wording) draft(number int) service.Draft {
	text := fmt.Sprintf("“%s,” Minister Ada Brenn said.", strings.TrimRight(w.text, "."))
	if w.reported {
		text = fmt.Sprintf("Minister Ada Brenn said that %s.", strings.TrimRight(w.text, "."))
	}
	return service.Draft{
		URL: fmt.Sprintf("https://herald.example/%d", number), Outlet: fmt.Sprintf("Outlet %d", number%40),
		Published: onrecord.Day(2024, 1, 1+number%300), Language: "en", Text: text,
	}
}

// vary returns all wordings of all statements, in a random order.
func vary(seed uint64) []wording {
	v := &variation{rand.New(rand.NewPCG(seed, 0))}
	var all []wording
	for i, statement := range strings.Split(strings.TrimSpace(statements), "\n") {
		for _, change := range changes {
			words := strings.Fields(statement)
			if changed, ok := change.apply(v, words); ok {
				all = append(all, wording{
					statement: i, change: change.name, belongs: change.belongs,
					text: strings.Join(changed, " "), reported: change.reported,
				})
			}
		}
	}
	v.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// asItIs is the change that changes nothing.
const asItIs = "as it is"

// A change is one way to word a statement otherwise; where it does not fit, it
// is false.
type change struct {
	name     string
	belongs  bool
	reported bool
	apply    func(v *variation, words []string) ([]string, bool)
}

var changes = []change{
	{asItIs, true, false, func(_ *variation, words []string) ([]string, bool) { return words, true }},
	{"reprinted", true, false, func(_ *variation, words []string) ([]string, bool) { return words, true }},
	{"other marks", true, false, otherMarks},
	{"one word changed", true, false, (*variation).changeWord},
	{"one word put in", true, false, (*variation).putIn},
	{"one word left out", true, false, (*variation).leaveOut},
	{"cut at its end", true, false, cutEnd},
	{"cut at its beginning", true, false, cutBeginning},
	{"words left out with a mark", true, false, leftOut},
	{"reported", true, true, reported},
	{"contracted or spelled out", true, false, contracted},
	{"negated", false, false, negated},
	{"negation taken away", false, false, affirmed},
	{"another number", false, false, (*variation).otherNumber},
	{"another name", false, false, otherName},
	{"an opposite word", false, false, opposite},
	{"may for will", false, false, replacing("will", "may")},
	{"three words changed", false, false, (*variation).changeThree},
}

// A variation makes choices at random.
type variation struct{ *rand.Rand }

// places returns where words stand that may be changed: not the first one, no
// name, no number, no small word, not beside a mark.
func places(words []string) []int {
	var places []int
	for i, w := range words {
		if i > 0 && len(w) > 3 && strings.ContainsFunc(w, unicode.IsLower) && !strings.ContainsAny(w, ".,;’") && unicode.IsLower([]rune(w)[0]) && !slices.Contains(kept, w) {
			places = append(places, i)
		}
	}
	return places
}

// kept are words whose change makes another statement.
var kept = strings.Fields("never nobody nothing without million months times twice hundred thousand whose there their would could should ready unless until before after every")

var nouns = strings.Fields("winter garden letter season window market signal corner kettle ladder meadow pencil")

func (v *variation) changeWord(words []string) ([]string, bool) {
	p := places(words)
	if len(p) < 8 {
		return nil, false
	}
	words = slices.Clone(words)
	words[p[v.IntN(len(p))]] = nouns[v.IntN(len(nouns))]
	return words, true
}

func (v *variation) changeThree(words []string) ([]string, bool) {
	p := places(words)
	if len(p) < 3 {
		return nil, false
	}
	words = slices.Clone(words)
	v.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
	for i, at := range p[:3] {
		words[at] = nouns[(v.IntN(4) + 4*i)]
	}
	return words, true
}

func (v *variation) putIn(words []string) ([]string, bool) {
	p := places(words)
	if len(p) < 5 {
		return nil, false
	}
	adverbs := strings.Fields("really simply plainly gladly surely")
	return slices.Insert(slices.Clone(words), p[v.IntN(len(p))], adverbs[v.IntN(len(adverbs))]), true
}

func (v *variation) leaveOut(words []string) ([]string, bool) {
	p := places(words)
	if len(p) < 5 {
		return nil, false
	}
	at := p[v.IntN(len(p))]
	return slices.Delete(slices.Clone(words), at, at+1), true
}

func otherMarks(_ *variation, words []string) ([]string, bool) {
	text := strings.Join(words, " ")
	text = strings.NewReplacer(", and ", " – and ", "’", "'", ", but ", "; but ", ", ", " – ").Replace(text)
	return strings.Fields(text), true
}

// cutEnd cuts where a clause ends.
func cutEnd(_ *variation, words []string) ([]string, bool) {
	for i := len(words) - 4; i > 6; i-- {
		if strings.HasSuffix(words[i-1], ",") || slices.Contains(strings.Fields("and but because before until while once unless than so"), words[i]) {
			return words[:i], true
		}
	}
	return nil, false
}

func cutBeginning(_ *variation, words []string) ([]string, bool) {
	for i := len(words) / 4; i < len(words)/2; i++ {
		if strings.HasSuffix(words[i], ",") && len(words)-i > 9 {
			return words[i+1:], true
		}
	}
	return nil, false
}

func leftOut(_ *variation, words []string) ([]string, bool) {
	if len(words) < 14 {
		return nil, false
	}
	third := len(words) / 3
	return slices.Concat(words[:third], []string{"…"}, words[third+3:]), true
}

// reported puts the words into the third person and the past.
func reported(_ *variation, words []string) ([]string, bool) {
	forms := map[string]string{
		"we": "they", "i": "she", "our": "their", "my": "her", "us": "them", "will": "would", "can": "could", "is": "was", "are": "were",
		"has": "had", "have": "had", "this": "that", "needs": "needed", "expects": "expected", "holds": "held", "stands": "stood", "plays": "played",
	}
	told := make([]string, len(words))
	for i, w := range words {
		told[i] = w
		if form := forms[strings.ToLower(w)]; form != "" {
			told[i] = form
		} else if i == 0 && !isName(w) {
			told[i] = strings.ToLower(w)
		}
	}
	return told, true
}

var names = strings.Fields("Tolvari Tolvar Kestria Doravia Greyfell Kolm Lowmarket Drenholt Emeric Vasch Sarrin Greta Amsley Thursday Saturdays March May")

func isName(w string) bool { return slices.Contains(names, strings.Trim(w, ".,")) }

func contracted(_ *variation, words []string) ([]string, bool) {
	text := strings.Join(words, " ")
	short := strings.NewReplacer("will not", "won’t", "We will", "We’ll", "we will", "we’ll", "I will", "I’ll", "have not", "haven’t", "I have", "I’ve", "We have", "We’ve", "There is", "There’s", "We are", "We’re").Replace(text)
	return strings.Fields(short), short != text
}

// negated puts a "not" behind the first verb that takes one.
func negated(_ *variation, words []string) ([]string, bool) {
	for i, w := range words[:len(words)-1] {
		if slices.Contains(strings.Fields("will is are was were has have can"), w) && words[i+1] != "not" && words[i+1] != "no" && words[i+1] != "never" {
			return slices.Insert(slices.Clone(words), i+1, "not"), true
		}
	}
	return nil, false
}

func affirmed(_ *variation, words []string) ([]string, bool) {
	i := slices.IndexFunc(words, func(w string) bool { return w == "not" || w == "never" })
	if i < 0 {
		return nil, false
	}
	return slices.Delete(slices.Clone(words), i, i+1), true
}

func (v *variation) otherNumber(words []string) ([]string, bool) {
	numbers := strings.Fields("two three nine eleven twenty forty 12 70 250 900")
	for i, w := range words {
		isNumber := unicode.IsDigit(rune(w[0])) || slices.Contains(strings.Fields("two three four eleven nine"), w)
		if other := numbers[v.IntN(len(numbers))]; isNumber && other != w {
			words = slices.Clone(words)
			words[i] = other
			return words, true
		}
	}
	return nil, false
}

func otherName(_ *variation, words []string) ([]string, bool) {
	for i, w := range words {
		if i > 0 && isName(w) {
			words = slices.Clone(words)
			words[i] = "Harrow" + strings.TrimLeft(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
			return words, true
		}
	}
	return nil, false
}

// opposite puts a word in place of its opposite.
func opposite(_ *variation, words []string) ([]string, bool) {
	opposites := map[string]string{
		"stay": "end", "honour": "breach", "hold": "cease", "released": "jailed", "reopen": "close", "supported": "opposed", "support": "oppose",
		"fall": "rise", "rise": "fall", "open": "close", "lift": "impose", "build": "demolish", "sign": "reject", "close": "open", "return": "keep",
		"hired": "sacked", "publish": "hide", "begin": "end", "taken": "given", "doubled": "halved",
	}
	for i, w := range words {
		if other := opposites[w]; other != "" {
			words = slices.Clone(words)
			words[i] = other
			return words, true
		}
	}
	return nil, false
}

// replacing puts one word in place of another.
func replacing(word, by string) func(*variation, []string) ([]string, bool) {
	return func(_ *variation, words []string) ([]string, bool) {
		i := slices.Index(words, word)
		if i < 0 {
			return nil, false
		}
		words = slices.Clone(words)
		words[i] = by
		return words, true
	}
}
