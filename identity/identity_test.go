package identity

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// names reads "Mara Velden 12 [president, minister]" with "org:" or "group:"
// before what is no person.
func names(t testing.TB, lines ...string) []Name {
	t.Helper()
	var list []Name
	for _, line := range lines {
		n := Name{Type: onrecord.SpeakerPerson, Claims: 1}
		if rest, ok := strings.CutPrefix(line, "org:"); ok {
			line, n.Type = rest, onrecord.SpeakerOrganization
		}
		if rest, ok := strings.CutPrefix(line, "group:"); ok {
			line, n.Type = rest, onrecord.SpeakerGroup
		}
		if rest, titles, ok := strings.Cut(line, " ["); ok {
			line, n.Titles = rest, strings.Split(strings.TrimSuffix(titles, "]"), ", ")
		}
		if i := strings.LastIndexByte(line, ' '); i > 0 {
			if _, err := fmt.Sscanf(line[i:], " %d", &n.Claims); err == nil {
				line = line[:i]
			}
		}
		n.Name, n.ID = line, analysis.Slug(line)
		list = append(list, n)
	}
	return list
}

// decisions reads "a → b".
func decisions(lines ...string) []Decision {
	var list []Decision
	for _, line := range lines {
		name, speaker, _ := strings.Cut(line, " → ")
		list = append(list, Decision{name, speaker})
	}
	return list
}

// write writes groups as "id: alias alias~ alias!", with ~ for rules and ! for
// people; those of one name alone as their ID.
func write(groups []onrecord.Identity) string {
	var lines []string
	for _, g := range groups {
		line := g.ID
		if len(g.Aliases) > 1 {
			line += ":"
			for _, a := range g.Aliases {
				line += " " + a.ID + map[onrecord.AliasOrigin]string{onrecord.AliasRule: "~", onrecord.AliasPerson: "!"}[a.Origin]
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestGroups(t *testing.T) {
	for _, tt := range []struct {
		name      string
		names     []string
		decisions []string
		want      string
	}{
		{name: "nothing"},
		{name: "a middle initial", names: []string{"Dario Trell 5", "Dario J. Trell"}, want: "dario-trell: dario-trell dario-j-trell~"},
		{name: "a middle name and its initial", names: []string{"Dario J. Trell", "Dario James Trell 2"}, want: "dario-james-trell: dario-james-trell dario-j-trell~"},
		{name: "two middle initials keep all apart", names: []string{"Dario Trell", "Dario J. Trell", "Dario B. Trell"}, want: "dario-b-trell\ndario-j-trell\ndario-trell"},
		{name: "several middle initials", names: []string{"Gero H. W. Busk", "Gero Hart Wendel Busk 3", "Gero W. Busk", "Gero Busk 9"},
			want: "gero-busk\ngero-hart-wendel-busk: gero-hart-wendel-busk gero-h-w-busk~\ngero-w-busk"},
		{name: "accents", names: []string{"Renée J. Dallò 2", "Renee Dallo"}, want: "renee-j-dallo: renee-j-dallo renee-dallo~"},
		{name: "initials however they are written", names: []string{"J.D. Orsk 3", "J. D. Orsk 2"}, want: "jd-orsk: jd-orsk j-d-orsk~"},
		{name: "one initial is not enough", names: []string{"M. Velden", "Mara Velden"}, want: "m-velden\nmara-velden"},
		{name: "a short form", names: []string{"Bill Torvald", "William Torvald 2", "William A. Torvald"}, want: "william-torvald: william-torvald bill-torvald~ william-a-torvald~"},
		{name: "a short form of two", names: []string{"Bill Torvald", "William A. Torvald", "William B. Torvald"}, want: "bill-torvald\nwilliam-a-torvald\nwilliam-b-torvald"},
		{name: "a short form of two names", names: []string{"Al Orr", "Alan Orr", "Albert Orr"}, want: "al-orr\nalan-orr\nalbert-orr"},
		{name: "two short forms of one name", names: []string{"Bob Orr 2", "Rob Orr"}, want: "bob-orr: bob-orr rob-orr~"},
		{name: "father and son", names: []string{"Ivo Lenk", "Ivo Lenk Jr.", "Ivo B. Lenk Junior"}, want: "ivo-b-lenk-junior: ivo-b-lenk-junior ivo-lenk-jr~\nivo-lenk"},
		{name: "a surname of one", names: []string{"Mara Velden", "Velden 9"}, want: "mara-velden: velden~ mara-velden"},
		{name: "a surname of two", names: []string{"Mara Velden", "Ilse Velden", "Velden 9"}, want: "ilse-velden\nmara-velden\nvelden"},
		{name: "a surname of two with a title", names: []string{"Mara Velden [minister, mayor]", "Ilse Velden [doctor]", "Velden 9 [mayor]"}, want: "ilse-velden\nmara-velden: velden~ mara-velden"},
		{name: "a surname of two with the same title", names: []string{"Mara Velden [mayor]", "Ilse Velden [mayor]", "Velden 9 [mayor]"}, want: "ilse-velden\nmara-velden\nvelden"},
		{name: "a surname of one who has several names", names: []string{"Mara Velden", "Mara K. Velden", "Velden"}, want: "mara-k-velden: mara-k-velden mara-velden~ velden~"},
		{name: "a surname of father and son", names: []string{"Ivo Lenk", "Ivo Lenk Jr.", "Lenk"}, want: "ivo-lenk\nivo-lenk-jr\nlenk"},
		{name: "a surname with particles", names: []string{"Ursa van der Lee", "Van der Lee", "Lee 2"}, want: "ursa-van-der-lee: lee~ ursa-van-der-lee van-der-lee~"},
		{name: "particles part", names: []string{"Jan Berg", "Jan van Berg"}, want: "jan-berg\njan-van-berg"},
		{name: "a particle with a capital", names: []string{"Chris Van Holm", "Van Holm"}, want: "chris-van-holm: chris-van-holm van-holm~"},
		{name: "a first name that is a particle elsewhere", names: []string{"Van Jorn", "Al Jorn"}, want: "al-jorn\nvan-jorn"},
		{name: "no name", names: []string{"the president", "Anselm President"}, want: "anselm-president\nthe-president"},
		{name: "a nickname", names: []string{"Oskar “Ox” Reyland", "Oskar Reyland 2"}, want: "oskar-reyland: oskar-reyland oskar-ox-reyland~"},
		{name: "organizations", names: []string{"org:the Harbour Board", "org:Harbour Board 2", "org:Department of the Interior", "org:Interior Department 2", "org:Ministry of Tides"},
			want: "harbour-board: harbour-board the-harbour-board~\ninterior-department: interior-department department-of-the-interior~\nministry-of-tides"},
		{name: "an acronym is not told", names: []string{"org:United Nurses' Union", "org:UNU"}, want: "united-nurses-union\nunu"},
		{name: "a person is no organization", names: []string{"Sarn Dahl", "org:Sarn Dahl Foundation", "org:Dahl"}, want: "dahl\nsarn-dahl\nsarn-dahl-foundation"},
		{name: "groups", names: []string{"group:the Reformers", "group:Reformers 2"}, want: "reformers: reformers the-reformers~"},

		{name: "a person joins", names: []string{"Mara Velden 2", "Mara Holm 7"}, decisions: []string{"mara-holm → mara-velden"}, want: "mara-velden: mara-holm! mara-velden"},
		{name: "what a rule joined comes along", names: []string{"Mara Velden 9", "Mara Holm 7", "Holm"}, decisions: []string{"mara-velden → mara-holm"}, want: "mara-holm: mara-velden! mara-holm holm~"},
		{name: "from one to the next", names: []string{"A Aa", "B Bb", "C Cc"}, decisions: []string{"a-aa → b-bb", "b-bb → c-cc"}, want: "c-cc: a-aa! b-bb! c-cc"},
		{name: "in a circle", names: []string{"A Aa", "B Bb 2"}, decisions: []string{"a-aa → b-bb", "b-bb → a-aa"}, want: "b-bb: b-bb a-aa!"},
		{name: "to a name that is gone", names: []string{"A Aa", "B Bb 2"}, decisions: []string{"a-aa → gone", "b-bb → gone"}, want: "b-bb: b-bb a-aa!"},
		{name: "two made one have one surname", names: []string{"Mara Velden 3", "Ada Velden", "Velden"}, decisions: []string{"ada-velden → mara-velden"}, want: "mara-velden: mara-velden ada-velden! velden~"},
		{name: "a surname that a person joined elsewhere", names: []string{"Mara Velden", "Oskar Reyland", "Velden"}, decisions: []string{"velden → oskar-reyland"}, want: "mara-velden\noskar-reyland: oskar-reyland velden!"},
		{name: "a surname set apart", names: []string{"Mara Velden", "Velden"}, decisions: []string{"velden → velden"}, want: "mara-velden\nvelden"},
		{name: "a full name set apart is another person", names: []string{"Dario Trell", "Dario J. Trell", "Trell"}, decisions: []string{"dario-j-trell → dario-j-trell"}, want: "dario-j-trell\ndario-trell\ntrell"},
		{name: "an organization set apart", names: []string{"org:the Tide Department", "org:Tide Department", "org:Department of Tides", "org:Department of the Tide"}, decisions: []string{"tide-department → tide-department"}, want: "department-of-the-tide: department-of-the-tide the-tide-department~\ndepartment-of-tides\ntide-department"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, write(Groups(names(t, tt.names...), decisions(tt.decisions...)))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// world returns names of a small world, so that they meet often, each ID once,
// and decisions about them.
func world(rnd *rand.Rand) ([]Name, []Decision) {
	firsts := []string{"", "", "Mara ", "Bill ", "William ", "J.D. ", "William J. ", "William B. ", "Mara K. ", "the "}
	lasts := []string{"Velden", "Orsk", "Orsk Jr.", "van Orsk", "Harbour Board"}
	titles := []string{"minister", "mayor"}
	byID := map[string]Name{}
	for range 30 {
		n := Name{Name: firsts[rnd.IntN(len(firsts))] + lasts[rnd.IntN(len(lasts))], Type: onrecord.SpeakerPerson, Claims: rnd.IntN(4)}
		if n.ID = analysis.Slug(n.Name); strings.HasSuffix(n.ID, "board") {
			n.Type = onrecord.SpeakerOrganization
		}
		if rnd.IntN(2) == 0 {
			n.Titles = titles[:1+rnd.IntN(2)]
		}
		byID[n.ID] = n
	}
	var list []Name
	for _, n := range byID {
		list = append(list, n)
	}
	slices.SortFunc(list, func(a, b Name) int { return strings.Compare(a.ID, b.ID) })
	decided := map[string]bool{}
	var ds []Decision
	for range rnd.IntN(6) {
		a, b := list[rnd.IntN(len(list))].ID, list[rnd.IntN(len(list))].ID
		if !decided[a] {
			decided[a] = true
			ds = append(ds, Decision{a, b})
		}
	}
	return list, ds
}

// TestGroupsProperties checks of random worlds that the order of names and
// decisions does not count, that each name is in one group, and that
// the part of the names that BucketOf and decisions connect is grouped as in
// the whole.
func TestGroupsProperties(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 1))
	for range 2000 {
		list, ds := world(rnd)
		groups := Groups(list, ds)
		want := write(groups)

		shuffled, shuffledDecisions := slices.Clone(list), slices.Clone(ds)
		rnd.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		rnd.Shuffle(len(shuffledDecisions), func(i, j int) {
			shuffledDecisions[i], shuffledDecisions[j] = shuffledDecisions[j], shuffledDecisions[i]
		})
		if diff := cmp.Diff(want, write(Groups(shuffled, shuffledDecisions))); diff != "" {
			t.Fatalf("%v %v: the order counts (-want +got):\n%s", list, ds, diff)
		}

		seen := map[string]int{}
		claims := 0
		for _, g := range groups {
			sum := 0
			for _, a := range g.Aliases {
				seen[a.ID]++
				sum += a.Claims
			}
			if claims += sum; sum != g.Claims {
				t.Fatalf("%s: %d claims, its aliases have %d", g.ID, g.Claims, sum)
			}
		}
		for _, n := range list {
			if claims -= n.Claims; seen[n.ID] != 1 {
				t.Fatalf("%s is in %d groups", n.ID, seen[n.ID])
			}
		}
		if len(seen) != len(list) || claims != 0 {
			t.Fatalf("%d names of %d, %d claims lost", len(seen), len(list), claims)
		}
		checkParts(t, list, ds, want)
	}
}

// checkParts groups each connected part of the names by itself.
func checkParts(t *testing.T, list []Name, ds []Decision, want string) {
	t.Helper()
	parts := sets{}
	for _, n := range list {
		parts.join("name "+n.ID, "bucket "+BucketOf(n))
	}
	for _, d := range ds {
		parts.join("name "+d.Name, "name "+d.Speaker)
	}
	byPart := map[string][]Name{}
	for _, n := range list {
		root := parts.find("name " + n.ID)
		byPart[root] = append(byPart[root], n)
	}
	var groups []onrecord.Identity
	for _, part := range byPart {
		groups = append(groups, Groups(part, ds)...)
	}
	slices.SortFunc(groups, func(a, b onrecord.Identity) int { return strings.Compare(a.ID, b.ID) })
	if diff := cmp.Diff(want, write(groups)); diff != "" {
		t.Fatalf("%v %v: grouped in parts (-want +got):\n%s", list, ds, diff)
	}
}
