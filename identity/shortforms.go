package identity

import (
	"slices"
	"strings"
)

// shortForms are the usual short forms of English first names, each with the
// names it is short for.
var shortForms = parseShortForms(`
al: alan albert alexander alfred
alex: alexander alexandra alexis
andy: andrew
abby: abigail
barb: barbara
becky: rebecca
ben: benjamin
bernie: bernard
beth: elizabeth
betsy: elizabeth
betty: elizabeth
bill: william
billy: william
bob: robert
bobby: robert
brad: bradley
cathy: catherine
charlie: charles charlotte
chris: christopher christine christina
chuck: charles
cindy: cynthia
dan: daniel
danny: daniel
dave: david
deb: deborah
debbie: deborah
dick: richard
don: donald
doug: douglas
drew: andrew
ed: edward edwin edgar
eddie: edward edwin
fred: frederick alfred
gabby: gabrielle
geoff: geoffrey
greg: gregory
hank: henry
harry: henry harold
jack: john
jake: jacob
jeff: jeffrey geoffrey
jenny: jennifer
jerry: gerald jerome
jim: james
jimmy: james
joe: joseph
joey: joseph
johnny: john
jon: jonathan
josh: joshua
kate: katherine catherine
kathy: katherine kathleen
katie: katherine
ken: kenneth
kim: kimberly
larry: lawrence laurence
liz: elizabeth
maggie: margaret
matt: matthew
mickey: michael
mike: michael
mitch: mitchell
nate: nathan nathaniel
nick: nicholas
pam: pamela
pat: patrick patricia
patty: patricia
peggy: margaret
pete: peter
phil: philip phillip
ray: raymond
rich: richard
rick: richard
rob: robert
robbie: robert
ron: ronald
ronnie: ronald
sally: sarah
sam: samuel samantha
sandy: sandra alexander
stan: stanley
steve: steven stephen
sue: susan
susie: susan
ted: edward theodore
teddy: edward theodore
terry: terence theresa
theo: theodore
tim: timothy
tom: thomas
tommy: thomas
tony: anthony
trish: patricia
val: valerie
vic: victor
vicky: victoria
walt: walter
will: william
zach: zachary
`)

func parseShortForms(table string) map[string][]string {
	forms := map[string][]string{}
	for line := range strings.Lines(strings.TrimSpace(table)) {
		short, long, _ := strings.Cut(line, ":")
		forms[short] = strings.Fields(long)
	}
	return forms
}

// sameFirst reports whether two first names can be the same person's: one is
// the other, or they are short for the same name.
func sameFirst(a, b string) bool {
	if a == b {
		return true
	}
	long := append([]string{a}, shortForms[a]...)
	return slices.Contains(long, b) || slices.ContainsFunc(shortForms[b], func(name string) bool { return slices.Contains(long, name) })
}

// roots has for each name of the table one of all those it is linked with.
var roots = findRoots()

func findRoots() sets {
	linked := sets{}
	for short, names := range shortForms {
		for _, name := range names {
			linked.join(short, name)
		}
	}
	for name := range linked {
		linked[name] = linked.find(name)
	}
	return linked
}

// root returns a name that is the same for all first names that can be the
// same person's, and for some more.
func root(first string) string {
	if name, ok := roots[first]; ok {
		return name
	}
	return first
}
