package resolve

import "strings"

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	prepositions = set(`of in on at for from with by to about into onto over under after before during against between among through
without within toward towards upon behind beyond near since until despite amid alongside like unlike per via including regarding concerning around
including versus vs. than`)

	clauseOpeners = set(`that because while if when although though unless whereas once as whether where why how and but or so then
also however meanwhile still yet later earlier now today yesterday monday tuesday wednesday thursday friday saturday sunday instead
said says told asked added wrote tweeted explained replied continued noted argued concluded insisted what which who whom`)

	verbs = set(`is was are were has had have will would can could may might should did does do said says say told tells added adds wrote writes
asked asks called calls argued argues claimed claims noted notes insisted insists warned warns announced announces denied denies suggested suggests
also later then never ever already once often went goes came comes made makes took takes gave gives got gets won lost led leads wants wanted thinks thought
believes believed knows knew saw sees left met sat ran stood began kept heard felt held found brought bought built put set lost paid sent spent wore drew drove fell
flew grew rose spoke broke chose hit let read quit won't wouldn't isn't wasn't hasn't hadn't doesn't didn't can't couldn't who`)

	// lonePronouns name nobody by themselves.
	lonePronouns = set(`he she it they we i you who whom which that this these those him her them us me his hers theirs himself herself
one another either neither`)

	asks = set(`ask asks asked asking`)

	determiners = set(`the a an this that these those some any each every no another both all many most several few two three four five six seven eight nine ten one
either neither such more`)

	// breakers end the core of a noun phrase.
	breakers = set(`of in on at for from with by to about who whom whose which that , ; : — – -- ( [ as into over under after before during against between
among without within near including like than when where while whose "`)

	irregularPlurals = set(`people men women children police authorities most many others some both few those these media two three four five six seven eight nine ten
dozens hundreds thousands several all half third quarter majority everyone everybody nobody spokesmen congressmen businessmen crowd team staff members`)
)

// plural reports whether the noun, in lower case, is in the plural.
func plural(w string) bool {
	if irregularPlurals[w] {
		return true
	}
	n := len(w)
	return n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i' && w[n-2] != '\''
}

// verbEnding reports whether a word in -s is as likely a verb: "wants".
func verbEnding(w string) bool {
	return verbs[w]
}
