package rank_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/query"
	"github.com/onrecord/onrecord/rank"
)

func newQuery(t *testing.T, text string) *rank.Query {
	t.Helper()
	node, err := query.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return rank.NewQuery(node)
}

func claim(article, id, text string) onrecord.Claim {
	return onrecord.Claim{ID: id, Text: text, Article: onrecord.ArticleInfo{ID: article}, Speaker: onrecord.Speaker{ID: "mara-velden"}}
}

// TestScoreIsBM25 compares with the formula worked out by hand.
func TestScoreIsBM25(t *testing.T) {
	// 1,000 claims of 10 tokens on average; "dam" in 9 of them, twice in this
	// claim of 4 tokens.
	claims := []onrecord.Claim{claim("a", "c", "dam, river dam water")}
	stats := onrecord.TermStats{Claims: 1000, Tokens: 10000, DocFreq: map[string]int{"dam": 9}}
	idf := math.Log(1 + (1000-9+0.5)/(9+0.5))
	want := idf * 2 * 2.2 / (2 + 1.2*(0.25+0.75*4.0/10))

	got := newQuery(t, "dam").Rank(claims, stats)[0].Score
	if math.Abs(got-want) > 1e-12 {
		t.Errorf("score %v, want %v", got, want)
	}
}

// TestWhatNobodyIsNamedFor weighs less, in searches and among related statements.
func TestWhatNobodyIsNamedFor(t *testing.T) {
	asked, unnamed := claim("a", "asked", "whether the dam holds"), claim("a", "unnamed", "the dam holds")
	asked.Speaker = onrecord.Speaker{}
	unnamed.Speaker = onrecord.Speaker{Name: "an official", Type: onrecord.SpeakerUnnamed}
	said := claim("a", "said", "the dam holds, as dams do that were built by people who knew of floods and of rivers in spring, when snow melts")
	claims := []onrecord.Claim{asked, unnamed, said}
	stats := statsOf(claims)
	if hits := newQuery(t, "dam").Rank(claims, stats); hits[0].Claim.ID != "said" {
		t.Errorf("search has %s first, want what somebody said", hits[0].Claim.ID)
	}
	hits := ranked(rank.NewSubject(rank.Statement{Text: "a dam"}), claims, stats, false)
	if hits[0].Claim.ID != "said" {
		t.Errorf("related has %s first, want what somebody said", hits[0].Claim.ID)
	}
	for _, h := range hits {
		sum := 0.0
		for _, r := range h.Reasons {
			sum += r.Weight
		}
		if math.Abs(sum-h.Score) > 1e-9 {
			t.Errorf("reasons of %s add up to %v, want %v", h.Claim.ID, sum, h.Score)
		}
	}
}

func TestFiguresOfAnEngineDoNotBreakScores(t *testing.T) {
	claims := []onrecord.Claim{claim("a", "1", "dam"), claim("a", "2", "dam dam"), claim("a", "3", "")}
	for name, stats := range map[string]onrecord.TermStats{
		"none":                      {},
		"more claims than tokens":   {Claims: 100, Tokens: 1},
		"fewer claims than found":   {Claims: 1, Tokens: 5, DocFreq: map[string]int{"dam": 1}},
		"more with it than claims":  {Claims: 3, Tokens: 3, DocFreq: map[string]int{"dam": 50}},
		"nothing known of the word": {Claims: 1000, Tokens: 9000, DocFreq: map[string]int{}},
	} {
		for _, hit := range newQuery(t, `dam OR "dam dam" OR da*`).Rank(claims, stats) {
			if math.IsNaN(hit.Score) || math.IsInf(hit.Score, 0) || hit.Score < 0 || (hit.Score == 0) != (hit.Claim.Text == "") {
				t.Errorf("%s: claim %q has score %v", name, hit.Claim.Text, hit.Score)
			}
		}
	}
}

func TestOrderDoesNotDependOnTheEngine(t *testing.T) {
	var claims []onrecord.Claim
	for i := range 40 {
		claims = append(claims, claim(fmt.Sprintf("a%d", i%7), fmt.Sprint(i), strings.Repeat("dam ", i%3+1)+"water"))
	}
	stats := statsOf(claims)
	q, s := newQuery(t, `dam "dam water"`), rank.NewSubject(rank.Statement{Text: "a dam"})
	hits, related := q.Rank(claims, stats), ranked(s, claims, stats, true)
	slices.Reverse(claims)
	if diff := cmp.Diff(hits, q.Rank(claims, stats)); diff != "" {
		t.Errorf("search differs with the order of candidates:\n%s", diff)
	}
	if diff := cmp.Diff(related, ranked(s, claims, stats, true)); diff != "" {
		t.Errorf("related differs with the order of candidates:\n%s", diff)
	}
	for i := range hits[1:] {
		a, b := hits[i], hits[i+1]
		if a.Score < b.Score || a.Score == b.Score && a.Claim.Name() >= b.Claim.Name() {
			t.Errorf("%s (%v) before %s (%v)", a.Claim.Name(), a.Score, b.Claim.Name(), b.Score)
		}
	}
}

func TestHighlights(t *testing.T) {
	tests := []struct{ name, query, text, want string }{
		{"stem", "sanction", "Sanctioned? No sanctions.", "[Sanctioned]? No [sanctions]."},
		{"phrase is one span", `"the port"`, "Close the port, the ports!", "Close [the port], the ports!"},
		{"phrase across marks", `"cease fire"`, "a cease-fire, “cease” fire", "a [cease-fire], “[cease” fire]"},
		{"phrase with overlaps", `"dam dam"`, "dam dam dam", "[dam dam dam]"},
		{"prefix", "sanc*", "sanctuary or sanctions", "[sanctuary] or [sanctions]"},
		{"as written", "exact:port", "port, ports", "[port], ports"},
		{"word inside a phrase", `port "the port"`, "the port and a port", "[the port] and a [port]"},
		{"what is negated is not", `port -dam -"the river" -(lake OR sea*)`, "port dam the river lake seaside", "[port] dam the river lake seaside"},
		{"either", "lake OR (dam river)", "dam, lake, river", "[dam], [lake], [river]"},
		{"other fields are not", "speaker:port outlet:port kind:direct said:2025 port*", "port direct 2025", "[port] direct 2025"},
		{"stop words among others are not", "the port", "the port", "the [port]"},
		{"stop words alone", "was not", "it was not so", "it [was] [not] so"},
		{"diacritics and initials", "Čapek U.S.", "capek, the US", "[capek], the [US]"},
		{"touching words are one span", "和平", "要和平", "要[和平]"},
		{"everything has none", "", "port", "port"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			q := newQuery(t, tt.query)
			if got := mark(tt.text, q.Highlights(tt.text)); got != tt.want {
				t.Errorf("%q in %q\n got %s\nwant %s", tt.query, tt.text, got, tt.want)
			}
		})
	}
}

func TestRanks(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "speaker:velden said:2025": false, "-dam": false, "kind:direct -(a OR b)": false,
		"dam": true, `"a dam"`: true, "da*": true, "exact:dam": true, "speaker:velden OR dam": true,
	} {
		if got := newQuery(t, text).Ranks(); got != want {
			t.Errorf("Ranks of %q = %v, want %v", text, got, want)
		}
	}
}

func TestReasonsAddUp(t *testing.T) {
	subject := claim("s", "1", "We will open the port, and we will open the dam and the port again")
	subject.Span = onrecord.Span{Start: 7, End: 7 + len(subject.Text)}
	subject.Quoted = []onrecord.Span{subject.Span}
	other := claim("o", "1", "we will open the port; we will open the dam; and the port again, as we will open the port")
	other.Span = onrecord.Span{Start: 0, End: len(other.Text)}
	other.Quoted = []onrecord.Span{{Start: 0, End: 44}, {Start: 45, End: len(other.Text)}}

	s := rank.NewSubject(rank.Statement{Text: subject.Text, Quoted: rank.QuotedIn(&subject)})
	hits := ranked(s, []onrecord.Claim{other}, statsOf([]onrecord.Claim{other, claim("x", "1", "rain")}), true)
	if len(hits) != 1 {
		t.Fatalf("%d hits, want 1", len(hits))
	}
	sum, quotes := 0.0, []string{}
	for i, reason := range hits[0].Reasons {
		sum += reason.Weight
		if reason.Type == onrecord.ReasonSharedQuote {
			quotes = append(quotes, reason.Detail)
		}
		if i > 0 && reason.Weight > hits[0].Reasons[i-1].Weight {
			t.Errorf("reason %d weighs more than the one before: %+v", i, hits[0].Reasons)
		}
	}
	if math.Abs(sum-hits[0].Score) > 1e-9 {
		t.Errorf("reasons add up to %v, score %v", sum, hits[0].Score)
	}
	slices.Sort(quotes)
	if diff := cmp.Diff([]string{"We will open the port", "we will open the dam"}, quotes); diff != "" {
		t.Errorf("quotes (-want +got):\n%s", diff)
	}
}

func TestQuotedWordsAreSharedWithinOneQuotation(t *testing.T) {
	c := claim("a", "1", "“We stay here today” and “nobody leaves the port”")
	c.Span.End = len(c.Text)
	second := strings.LastIndex(c.Text, "“")
	c.Quoted = []onrecord.Span{{Start: len("“"), End: strings.Index(c.Text, "”")}, {Start: second + len("“"), End: len(c.Text) - len("”")}}
	hits := ranked(rank.NewSubject(rank.Statement{Text: c.Text, Quoted: rank.QuotedIn(&c)}), []onrecord.Claim{c}, onrecord.TermStats{Claims: 10, Tokens: 50}, false)
	var quotes []string
	for _, reason := range hits[0].Reasons {
		if reason.Type == onrecord.ReasonSharedQuote {
			quotes = append(quotes, reason.Detail)
		}
	}
	slices.Sort(quotes)
	if diff := cmp.Diff([]string{"We stay here today", "nobody leaves the port"}, quotes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSubjectBounds(t *testing.T) {
	var text strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&text, "word%d ", i)
	}
	long := claim("a", "1", text.String())
	long.Span.End = len(long.Text)
	long.Quoted = []onrecord.Span{long.Span}
	s := rank.NewSubject(rank.Statement{Text: long.Text, Quoted: rank.QuotedIn(&long)})
	for _, in := range s.Node().(onrecord.Bool).Should {
		if got := len(analysis.Terms(in.(onrecord.Match).Text)); got != rank.MaxSubjectTerms {
			t.Errorf("%d terms are looked for, want %d", got, rank.MaxSubjectTerms)
		}
	}
	if hits := ranked(s, []onrecord.Claim{long}, onrecord.TermStats{}, false); len(hits) != 1 {
		t.Errorf("a long claim is not related to itself: %v", hits)
	}
}

func TestQuotedOutsideTheClaimIsLeftOut(t *testing.T) {
	c := claim("a", "1", "stay here")
	c.Span = onrecord.Span{Start: 10, End: 19}
	c.Quoted = []onrecord.Span{{Start: 2, End: 12}, {Start: 10, End: 14}, {Start: 15, End: 30}}
	want := []onrecord.Span{{Start: 0, End: 4}}
	if diff := cmp.Diff(want, rank.QuotedIn(&c)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSameWords(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"We will not go.", "“we will  not go”", true},
		{"the U.S. cease-fire", "The US cease fire", true},
		{"", " — ", true},
		{"We will go", "We will not go", false},
		{"sanction", "sanctions", false},
		{"go we will", "we will go", false},
	}
	for _, tt := range tests {
		if got := rank.SameWords(tt.a, tt.b); got != tt.want {
			t.Errorf("SameWords(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

// ranked ranks claims that are all of the same speaker, or all of others.
func ranked(s *rank.Subject, claims []onrecord.Claim, stats onrecord.TermStats, sameSpeaker bool) []onrecord.RelatedHit {
	if sameSpeaker {
		hits, _ := s.Rank(claims, nil, stats, len(claims))
		return hits
	}
	_, hits := s.Rank(nil, claims, stats, len(claims))
	return hits
}
