package compare

import "strings"

// spelledOut returns the words of a folded word that is written together:
// "won't" is "will not", "we'll" is "we will". Others stay as they are.
func spelledOut(term string) []string {
	if words, ok := contractions[term]; ok {
		return words
	}
	mark := strings.LastIndexByte(term, '\'')
	if mark <= 0 {
		return []string{term}
	}
	if verb, ok := strings.CutSuffix(term, "n't"); ok {
		return []string{verb, "not"}
	}
	if verb := shortVerbs[term[mark+1:]]; verb != "" {
		return []string{term[:mark], verb}
	}
	return []string{term}
}

var contractions = map[string][]string{
	"won't": {"will", "not"}, "wont": {"will", "not"}, "can't": {"can", "not"}, "cannot": {"can", "not"}, "cant": {"can", "not"},
	"shan't": {"shall", "not"}, "ain't": {"is", "not"}, "dont": {"do", "not"}, "let's": {"let", "us"},
	"it's": {"it", "is"}, "that's": {"that", "is"}, "he's": {"he", "is"}, "she's": {"she", "is"}, "there's": {"there", "is"},
	"what's": {"what", "is"}, "who's": {"who", "is"}, "here's": {"here", "is"},
}

// shortVerbs are the verbs behind an apostrophe.
var shortVerbs = map[string]string{"ll": "will", "ve": "have", "re": "are", "m": "am", "d": "would"}

// toldForms are function words in the form that stands for all those which
// reported speech puts in place of each other: the speaker's "I", "here" and
// "will" are the reporter's "she", "there" and "would".
var toldForms = formsOf(
	"they i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself them their theirs themselves",
	"be am is are was were been being", "have has had having", "do does did", "will would shall should", "can could", "may might",
	"that this", "those these", "there here", "then now",
)

// formsOf reads lists that begin with the form which stands for the others.
func formsOf(lists ...string) map[string]string {
	forms := make(map[string]string)
	for _, list := range lists {
		words := strings.Fields(list)
		for _, word := range words {
			forms[word] = words[0]
		}
	}
	return forms
}

// Lemma returns the infinitive of a folded form of a verb that stemming does not
// bring to it; "" for any other word.
func Lemma(word string) string {
	if lemma := irregular[word]; lemma != word {
		return lemma
	}
	return ""
}

// irregular are the infinitives of such forms. The verbs are those that news
// are full of, and others that are common.
var irregular = formsOf(
	"arise arose arisen", "awake awoke awoken", "be am is are was were been being", "bear bore borne", "beat beaten", "become became",
	"begin began begun", "bend bent", "bind bound", "bite bit bitten", "bleed bled", "blow blew blown", "break broke broken", "breed bred",
	"bring brought", "build built", "burn burnt", "buy bought", "catch caught", "choose chose chosen", "cling clung", "come came",
	"creep crept", "cut cutting", "deal dealt", "dig dug", "do did done does", "draw drew drawn", "dream dreamt", "drink drank drunk",
	"drive drove driven", "eat ate eaten", "fall fell fallen", "feed fed", "feel felt", "fight fought", "find found", "flee fled",
	"fly flew flown", "forbid forbade forbidden", "forget forgot forgotten forgetting", "forgive forgave forgiven", "freeze froze frozen",
	"get got gotten getting", "give gave given", "go went gone goes", "grow grew grown", "hang hung", "have has had having", "hear heard",
	"hide hid hidden", "hold held", "keep kept", "kneel knelt", "know knew known", "lead led", "lean leant", "leap leapt", "learn learnt",
	"leave left", "lend lent", "let letting", "lie lied lying", "lose lost", "make made", "mean meant", "meet met", "mislead misled",
	"overcome overcame", "pay paid", "put putting", "quit quitting", "ride rode ridden", "ring rang rung", "rise rose risen",
	"run ran running", "say said says", "see saw seen", "seek sought", "sell sold", "send sent", "set setting", "shake shook shaken",
	"shine shone", "shoot shot", "show shown", "shrink shrank shrunk", "shut shutting", "sink sank sunk", "sit sat",
	"sleep slept", "slide slid", "speak spoke spoken", "spend spent", "spin spun", "stand stood", "steal stole stolen", "stick stuck",
	"stop stopped stopping", "strike struck", "strive strove", "swear swore sworn", "sweep swept", "swim swam swum", "swing swung",
	"take took taken", "teach taught", "tear tore torn", "tell told", "think thought", "throw threw thrown", "undergo underwent undergone",
	"understand understood", "undertake undertook undertaken", "uphold upheld", "wake woke woken", "wear wore worn", "weep wept", "win won",
	"withdraw withdrew withdrawn", "withhold withheld", "withstand withstood", "write wrote written",
)
