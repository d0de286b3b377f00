package rank_test

import (
	"math"
	"strings"
	"testing"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/rank"
)

// soughtWords returns the words of the statement by which claims are looked for.
func soughtWords(s *rank.Subject) string {
	node := s.Node().(onrecord.Bool)
	if len(node.Must) > 0 {
		node = node.Must[0].(onrecord.Bool)
	}
	return strings.TrimSpace(node.Should[0].(onrecord.Match).Text)
}

func TestWordsOfPosts(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"web address", "Port shut https://harbour-herald.example/p?id=7 today", "Port shut today"},
		{"web address without scheme", "Port shut, www.harbour-herald.example/port", "Port shut"},
		{"address written on to a word", "dockers on strikepic.twitter.com/x9Q2", "dockers strike"},
		{"address written on to a tag", "dockers #Portstrikehttps://t.co/x9Q2", "dockers Portstrike"},
		{"address in capitals", "Port shut HTTPS://T.CO/X9Q2", "Port shut"},
		{"handle of a name", "@MaraVelden answers", "Mara Velden answers"},
		{"handle with digits and underscores", "@mara_velden77 answers", "mara velden 77 answers"},
		{"tag of several words", "#PortStrike goes on", "Port Strike PortStrike goes"},
		{"tag that begins with initials", "#NWSHarbour warns", "NWS Harbour NWSHarbour warns"},
		{"tag that ends with initials", "#HarbourNWS warns", "Harbour NWS HarbourNWS warns"},
		{"tag of a word that is written as one too", "#CeaseFire now", "Cease Fire CeaseFire now"},
		{"tag with a year", "#Harbour2025", "Harbour 2025 Harbour2025"},
		{"tag in lower case stays whole", "#portstrike goes on", "portstrike goes"},
		{"tags written together", "#Port#Strike", "Port Strike"},
		{"letters with marks", "#ŠípekÚstí", "Šípek Ústí ŠípekÚstí"},
		{"sign without a word", "the port # 1 @ noon", "port 1 noon"},
		{"emoji", "Port 🚢 shut 🇪🇺🔥", "Port shut"},
		{"mail address", "write to desk@herald.example", "write desk herald example"},
		{"word said twice", "Port, port, PORT", "Port"},
		{"signature", "Port shut — Mara Velden (@MaraVelden) May 18, 2025", "Port shut Mara Velden May 18 2025"},
		{"what stands before the signature comes first", "— We left, says @Velden (for good) — Velden (@Velden)", "left says Velden good"},
		{"handle in brackets in the text", "The minister (@MaraVelden) answered our questions on the port of Sarn in May", "minister Mara Velden answered questions port Sarn May"},
		{"modal verbs, and names that are written so", "The port will, may and can open in May, says Will", "port open May says Will"},
		{"only what is no word", "https://t.co/x 🚢 it was not", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := soughtWords(rank.NewSubject(rank.Statement{Text: tt.text})); got != tt.want {
				t.Errorf("%q\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestSpokenSentences(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"false start", "And, and — well, you know, the port, the port will stay open", "well know port stay open"},
		{"stage direction", "(APPLAUSE) The port stays open.", "APPLAUSE port stays open"},
		{"contractions", "We're not closing it, that's what they'd like", "closing like"},
		{"words without space after the mark", "the port.We keep it open", "port keep open"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := soughtWords(rank.NewSubject(rank.Statement{Text: tt.text})); got != tt.want {
				t.Errorf("%q\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

// placed is a claim with a headline and with words beside it.
func placed(id, headline, text, beside string) onrecord.Claim {
	c := claim("a"+id, id, text)
	c.Article.Title = headline
	c.SentenceText = text + beside
	c.Span.End = len(text)
	c.Sentence.End = len(c.SentenceText)
	return c
}

func TestWhatIsRelated(t *testing.T) {
	const around = "The southern port will stay open, Foreign Minister Mara Velden said on Sunday."
	for _, tt := range []struct {
		name, text, nearby string
		claim              onrecord.Claim
		want               bool
	}{
		{"a word of the statement", "Nobody has seen a single dam", around, placed("1", "", "dams are dear", ""), true},
		{"a word of the statement beside the claim", "Nobody has seen a single dam", around, placed("1", "", "they are dear", ", he said of dams"), true},
		{"a word of the statement in the headline", "Nobody has seen a single dam", around, placed("1", "Dam in doubt", "they are dear", ""), true},
		{"words of the neighbour alone", "Nobody has seen a single dam", around, placed("1", "", "the southern port will stay open", ""), false},
		{"short statement, words of the neighbour", "It will not happen", around, placed("1", "", "the southern port will stay open", ""), true},
		{"short statement, one word of the neighbour", "It will not happen", around, placed("1", "", "the port is closed", ""), false},
		{"short statement, words around both", "It will not happen", around, placed("1", "Port stays", "rain fell", ", Foreign Minister Mara Velden said on Sunday"), false},
		{"short statement, word of its own", "It will not happen", around, placed("1", "", "this happens", ""), true},
		{"statement without a word of content", "It was not", around, placed("1", "", "the southern port will stay open", ""), true},
		{"nothing around it", "It was not", "", placed("1", "", "it was not", ""), false},
		{"letters alone", "Nobody has seen a single dam", "", placed("1", "", "damages sink", ""), false},
		{"the country", "What the U.S. wants", "", placed("1", "", "the US delegation left", ""), true},
		{"the pronoun is not the country", "What the U.S. wants", "", placed("1", "", "they told us so", ""), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			claims := []onrecord.Claim{tt.claim}
			s := rank.NewSubject(rank.Statement{Text: tt.text, Nearby: tt.nearby})
			if got := len(ranked(s, claims, statsOf(claims), true)) == 1; got != tt.want {
				t.Errorf("related %v, want %v", got, tt.want)
			}
		})
	}
}

// TestReportingIsNotNearby looks for what stands around a statement without the
// words that report it.
func TestReportingIsNotNearby(t *testing.T) {
	s := rank.NewSubject(rank.Statement{
		Text: "Ministers will keep the port open", Nearby: "Foreign Minister Mara Velden told ministers on Sunday of dredging plans. Velden said it twice.",
		Reporting: "told\nForeign Minister Mara Velden\nSunday",
	})
	node := s.Node().(onrecord.Bool)
	if got, want := strings.TrimSpace(node.Should[0].(onrecord.Match).Text), "dredging plans said twice"; got != want {
		t.Errorf("nearby words: got %q, want %q", got, want)
	}
	if got, want := soughtWords(s), "Ministers keep port open"; got != want {
		t.Errorf("words of the statement: got %q, want %q", got, want)
	}
}

func TestPlacesCountDifferently(t *testing.T) {
	const post = "Dockers left — Mara Velden (@Velden) May 18, 2025"
	score := func(text string, c onrecord.Claim) float64 {
		claims := []onrecord.Claim{c, placed("x", "weather", "rain fell over the hills", ", he said then")}
		s := rank.NewSubject(rank.Statement{Text: text, Nearby: "over the hills"})
		return ranked(s, claims, onrecord.TermStats{Claims: 1000, Tokens: 5000, DocFreq: map[string]int{"docker": 9, "velden": 9, "hill": 9}}, true)[0].Score
	}
	own := score(post, placed("1", "spring festival", "dockers came", ", she said then"))
	headline := score(post, placed("1", "dockers festival", "spring came", ", she said then"))
	beside := score(post, placed("1", "spring festival", "ships came", ", dockers said then"))
	signed := score(post, placed("1", "spring festival", "velden came", ", she said then"))
	if math.Abs(own-headline) > 1e-9 || beside >= headline || signed >= own {
		t.Errorf("own words %.3f = headline %.3f > beside %.3f; own words > signature %.3f", own, headline, beside, signed)
	}
}
