package extract

import (
	"strings"

	"github.com/onrecord/onrecord"
)

// A complement is what a verb that attributes takes as the words attributed.
type complement uint16

// The complements. A letter in the tables stands for each.
const (
	takesThat     complement = 1 << iota // t: a clause with "that"
	takesClause                          // b: a bare clause ("said it was over")
	takesQuote                           // q: a quotation
	takesNoun                            // n: a noun phrase ("claimed progress")
	takesTo                              // i: an infinitive ("promised to leave")
	takesQuestion                        // w: whether, why, how
	takesObject                          // o: whom it is said to, first ("told reporters …")
	takesInsert                          // c: can follow its content or stand in it ("…, he said")
	takesVerdict                         // a: object and what it is called ("called it a mistake", "described it as …")
	takesGerund                          // g: an -ing form ("denied taking part")
)

var complementLetters = map[rune]complement{
	't': takesThat, 'b': takesClause, 'q': takesQuote, 'n': takesNoun, 'i': takesTo, 'w': takesQuestion,
	'o': takesObject, 'c': takesInsert, 'a': takesVerdict, 'g': takesGerund,
}

// A verb is an entry of the lexicon of verbs that attribute.
type verb struct {
	lemma string
	// particle follows the verb where it is a phrasal one ("point out").
	particle string
	act      onrecord.Act
	takes    complement
	// after are the prepositions and particles that lead to its content
	// ("warned of", "complained about").
	after []string
}

// A form is how a verb is inflected. A regular past form is also a participle.
type form uint8

const (
	baseForm       form = 1 << iota // say
	presentForm                     // says
	pastForm                        // said, wrote
	participleForm                  // said, written
	gerundForm                      // saying
)

// A verbForm is one inflected form of a verb.
type verbForm struct {
	*verb
	form form
}

// The verbForms of a word are all the verbs it can be a form of, phrasal verbs
// first.
type formTable map[string][]verbForm

// verbForms maps every form of every verb of the lexicon, in lower case.
var verbForms formTable = inflectAll(statementVerbs, onrecord.ActStatement, speechVerbs, onrecord.ActSpeech, attitudeVerbs, onrecord.ActAttitude)

func inflectAll(statement string, a onrecord.Act, speech string, b onrecord.Act, attitude string, c onrecord.Act) formTable {
	m := make(formTable)
	for _, t := range []struct {
		lines string
		act   onrecord.Act
	}{{attitude, c}, {speech, b}, {statement, a}} { // the last one wins where a verb is in two
		for line := range strings.Lines(t.lines) {
			if f := strings.Fields(line); len(f) >= 2 {
				lemma, particle, _ := strings.Cut(f[0], ":")
				addVerb(m, &verb{lemma: lemma, particle: particle, act: t.act, takes: parseComplements(f[1]), after: f[2:]})
			}
		}
	}
	return m
}

func parseComplements(letters string) complement {
	var c complement
	for _, r := range letters {
		c |= complementLetters[r]
	}
	return c
}

// add enters the form of v, before what is there already where v is phrasal
// and in place of another verb's where it is not.
func (m formTable) add(w string, v *verb, f form) {
	for i, e := range m[w] {
		if e.verb == v {
			m[w][i].form |= f
			return
		}
		if e.particle == "" && v.particle == "" {
			m[w][i] = verbForm{v, f}
			return
		}
	}
	if v.particle != "" {
		m[w] = append([]verbForm{{v, f}}, m[w]...)
		return
	}
	m[w] = append(m[w], verbForm{v, f})
}

// addVerb adds the forms of v: irregular ones by the table, others by rule.
func addVerb(m formTable, v *verb) {
	add := func(w string, f form) { m.add(w, v, f) }
	l := v.lemma
	add(l, baseForm)
	add(thirdPerson(l), presentForm)
	past, participle := regularPast(l), regularPast(l)
	if p, ok := irregular[l]; ok {
		past, participle = p[0], p[1]
	}
	add(past, pastForm)
	add(participle, participleForm)
	add(gerund(l), gerundForm)
}

func thirdPerson(l string) string {
	switch {
	case endsConsonantY(l):
		return l[:len(l)-1] + "ies"
	case strings.HasSuffix(l, "s"), strings.HasSuffix(l, "sh"), strings.HasSuffix(l, "ch"), strings.HasSuffix(l, "x"), strings.HasSuffix(l, "o"):
		return l + "es"
	}
	return l + "s"
}

func regularPast(l string) string {
	switch {
	case strings.HasSuffix(l, "e"):
		return l + "d"
	case endsConsonantY(l):
		return l[:len(l)-1] + "ied"
	case doubles[l]:
		return l + l[len(l)-1:] + "ed"
	}
	return l + "ed"
}

func gerund(l string) string {
	switch {
	case strings.HasSuffix(l, "ee"):
		return l + "ing"
	case strings.HasSuffix(l, "e"):
		return l[:len(l)-1] + "ing"
	case doubles[l]:
		return l + l[len(l)-1:] + "ing"
	}
	return l + "ing"
}

func endsConsonantY(l string) bool {
	return strings.HasSuffix(l, "y") && len(l) > 1 && !strings.ContainsRune("aeiou", rune(l[len(l)-2]))
}

// doubles are the verbs that double their last letter.
var doubles = wordSet(`admit quip rebut concur refer infer slam rap submit commit permit plan regret blog rip chat pan tap snap bet demur sob`)

// irregular are past form and participle.
var irregular = map[string][2]string{
	"say": {"said", "said"}, "tell": {"told", "told"}, "write": {"wrote", "written"}, "think": {"thought", "thought"},
	"know": {"knew", "known"}, "see": {"saw", "seen"}, "find": {"found", "found"}, "show": {"showed", "shown"},
	"read": {"read", "read"}, "swear": {"swore", "sworn"}, "hold": {"held", "held"}, "feel": {"felt", "felt"},
	"foresee": {"foresaw", "foreseen"}, "understand": {"understood", "understood"}, "mean": {"meant", "meant"},
	"hear": {"heard", "heard"}, "shoot": {"shot", "shot"}, "put": {"put", "put"}, "seek": {"sought", "sought"},
	"speak": {"spoke", "spoken"}, "sing": {"sang", "sung"}, "retell": {"retold", "retold"}, "make": {"made", "made"},
	"stick": {"stuck", "stuck"}, "lay": {"laid", "laid"}, "choose": {"chose", "chosen"}, "bet": {"bet", "bet"},
	"fire": {"fired", "fired"}, "draw": {"drew", "drawn"}, "go": {"went", "gone"}, "bring": {"brought", "brought"}, "hit": {"hit", "hit"}, "give": {"gave", "given"}, "take": {"took", "taken"},
}
