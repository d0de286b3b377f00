package names

import "strings"

// A wordClass is a set of lists that a word stands in.
type wordClass uint32

const (
	male     wordClass = 1 << iota // first name of a man
	female                         // first name of a woman
	role                           // noun for what a person is, may stand before a name as a title
	common                         // noun for what a person is, no title in itself
	roleMan                        // role of a man
	roleWife                       // role of a woman
	courtesy                       // Mr., Dr.
	kin                            // son, wife, friend
	modifier                       // may stand in a title before the role
	body                           // last word of names of bodies and things
	bodyHead                       // goes on after "of"
	document                       // a thing with words in it
	idle                           // function word or common sentence opener: no name
	either                         // first name of no telling gender
	particle                       // van, de, bin
	calendar                       // Monday, January
	opener                         // ordinary word that often opens a sentence
)

var classes = buildClasses()

func buildClasses() map[string]wordClass {
	m := make(map[string]wordClass, 6000)
	for _, l := range []struct {
		class wordClass
		words string
	}{
		{male, maleNames}, {male, maleNamesWorld}, {female, femaleNames}, {female, femaleNamesWorld}, {either, eitherNames}, {role, titleRoles}, {common, commonRoles}, {roleMan, maleRoles},
		{roleWife, femaleRoles}, {courtesy, honorifics}, {kin, kinship}, {modifier, modifiers}, {body, bodyWords},
		{bodyHead, bodyHeads}, {document, documentNouns}, {idle, idleWords}, {opener, openers}, {particle, particles}, {calendar, calendarWords},
	} {
		for _, w := range strings.Fields(l.words) {
			m[w] |= l.class
		}
	}
	return m
}

// A toponym is a place or what belongs to it; country joins the words of one.
type toponym struct {
	country int // 0 for a place without adjectives
	people  bool
	plural  bool
}

var toponyms = buildToponyms()

func buildToponyms() map[string]toponym {
	m := make(map[string]toponym, 1200)
	for _, c := range strings.Fields(cities) {
		m[strings.ReplaceAll(c, "+", " ")] = toponym{}
	}
	for i, entry := range strings.Split(countries, ",") {
		places, people, _ := strings.Cut(entry, ":")
		for _, p := range strings.Fields(places) {
			m[strings.ReplaceAll(p, "+", " ")] = toponym{country: i + 1}
		}
		for _, p := range strings.Fields(people) {
			m[strings.ReplaceAll(p, "+", " ")] = toponym{country: i + 1, people: true, plural: strings.HasSuffix(p, "s") && !strings.HasSuffix(p, "ss")}
		}
	}
	return m
}

var (
	outletNames = phrases(outlets)
	groupNames  = phrases(groups)
	nickPairs   = buildNicknames()
)

func phrases(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[strings.ReplaceAll(w, "+", " ")] = true
	}
	return m
}

// buildNicknames maps a short form to the full names it may stand for.
func buildNicknames() map[string][]string {
	m := make(map[string][]string)
	for _, entry := range strings.Split(nicknames, ",") {
		if w := strings.Fields(entry); len(w) > 1 {
			m[w[0]] = append(m[w[0]], w[1:]...)
		}
	}
	return m
}

const particles = `van von der den de del della di da do dos du la le bin ibn ben al el abu ter ten y e`

const calendarWords = `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
december jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. mon. tues. wed. thurs. fri. sat. sun. christmas easter thanksgiving ramadan halloween`

// idleWords are function words: no name is made of them alone.
const idleWords = `
a an the this that these those some any each every no another both all many most several few such same own other others
i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself yourself himself herself itself ourselves themselves
who whom whose which what when where why how whether if because although though unless until while whereas since as once than then
and or but nor so yet for of in on at to from by with without within about into onto over under after before during against between among through throughout
despite amid along across behind beyond near off out up down around above below besides beside like unlike toward towards upon via per versus vs vs. except
is are was were be been being am has have had having do does did done doing will would could should may might must can shall
isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't couldn't shouldn't can't cannot i'm it's that's there's let's
not never also just only even still already again ever always often sometimes usually perhaps maybe probably indeed instead rather quite very too much more less
here there meanwhile however moreover furthermore nevertheless nonetheless therefore thus hence otherwise later earlier soon recently currently yesterday tomorrow
`

// openers are ordinary words that often open a sentence; they make names in
// its middle only.
const openers = `
now today tonight first second third finally last next one two three four five six seven eight nine ten half dozens hundreds thousands millions
yes well ok okay oh please thanks thank sorry hello hi hey look listen
asked according speaking talking citing noting referring regarding concerning following including given based asking adding saying telling
everyone everybody someone somebody anyone anybody nobody nothing something everything anything none
people men women children official officials police authorities critics supporters analysts experts sources reports polls voters residents students workers members lawmakers
observers activists protesters opponents researchers scientists doctors lawyers prosecutors investigators reporters journalists leaders advisers aides allies
new old good bad big small great high low long short early late recent
get got go goes going gone went come comes came see saw seen make made take took taken give gave given say says said tell told ask think thought know knew want wanted
let put use used try tried keep kept call called work worked need needed feel felt become became leave left set run show shown turn turned
read watch click follow share subscribe update updated advertisement photo image video getty related breaking exclusive correction note story continued
back part parts least whether either neither plus minus
absolutely actually apparently basically certainly clearly consequently essentially eventually exactly frankly fortunately generally honestly hopefully importantly increasingly
initially interestingly ironically largely likely literally mainly merely mostly naturally nearly obviously officially originally overall partly personally possibly previously
privately publicly quickly quietly roughly sadly seriously significantly similarly simply slowly specifically suddenly surely surprisingly traditionally truly typically ultimately
unfortunately virtually
`

// IsOutlet reports whether a body, by its folded words, is one that publishes:
// a newspaper, broadcaster, agency or platform.
func IsOutlet(words []string) bool {
	if len(words) == 0 {
		return false
	}
	return publishers[strings.Join(words, " ")] || publishing[words[len(words)-1]]
}

// IsBuilding reports whether a body bears the name of a building or room in
// which one speaks.
func IsBuilding(words []string) bool {
	return len(words) > 0 && buildings[words[len(words)-1]]
}

var (
	publishers = phrases(`abc afp al-jazeera al+jazeera ap associated+press axios bbc bloomberg breitbart buzzfeed c-span cbc cbs cnbc cnn daily+beast dpa espn facebook fox fox+news
haaretz huffington+post huffpost instagram interfax itv linkedin msnbc nbc newsmax newsweek npr pbs politico propublica reddit reuters rt sky slate snapchat spiegel tass telegram
tiktok time truth+social twitter univision vice vox whatsapp x xinhua youtube meet+the+press face+the+nation deutsche+welle agence+france-presse telemundo yahoo mastodon bluesky threads wsj`)
	publishing = phrases(`news times post journal herald tribune gazette chronicle globe guardian telegraph observer examiner dispatch courier magazine radio television tv broadcasting
press mail standard star sun today weekly daily review monitor register independent mirror express network inquirer enquirer ledger sentinel bulletin wire record echo`)
	buildings = phrases(`house office room garden hall palace center centre capitol pentagon kremlin court church cathedral stadium arena theater theatre hotel university college school museum library
parliament chamber club institute headquarters auditorium embassy tower square park pavilion airport`)
)
