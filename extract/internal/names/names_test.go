package names_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

var kinds = map[names.Kind]string{names.Unknown: "unknown", names.Person: "person", names.Organization: "body", names.Place: "place",
	names.Group: "group", names.Thing: "thing"}

var genders = map[names.Gender]string{names.Male: " male", names.Female: " female"}

// found writes the entities of a text, with their title and how often each is
// mentioned.
func found(s string) []string {
	var out []string
	for _, e := range names.Find(text.Parse(s)).Entities {
		line := fmt.Sprintf("%s%s %s ×%d", kinds[e.Kind], genders[e.Gender], e.Name, e.Count)
		if e.Title != "" {
			line += ", " + e.Title
		}
		out = append(out, line)
	}
	return out
}

func TestFind(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"title in capitals before the name", "They met Treasury Secretary Mara Velden.", []string{"person female Mara Velden ×1, Treasury Secretary"}},
		{"title in lower case before the name", "They met campaign manager Lionel Orr.", []string{"person male Lionel Orr ×1, campaign manager"}},
		{"an article and an honorific are no title", "They met the mayor, and Mr. Orr left.", []string{"person male Orr ×1"}},
		{"title that is in no list", "They met Sel County Recorder Mara Velden.", []string{"person female Mara Velden ×1, Sel County Recorder"}},
		{"title of the state", "They met Secretary of State Mara Velden.", []string{"person female Mara Velden ×1, Secretary of State"}},
		{"title behind the age", "They met Lionel Orr, 46, a baker from Sel.", []string{"person male Lionel Orr ×1, baker from Sel", "unknown Sel ×1"}},
		{"a clause between commas is no title", "There Lionel Orr, who had lost, slept.", []string{"person male Lionel Orr ×1"}},
		{"surname, possessive and full name are one", "In Orr’s house Lionel Orr slept, and Orr snored.", []string{"person male Lionel Orr ×3"}},
		{"middle initial and nickname are one", "Then William J. Orr met Bill Orr.", []string{"person male William J. Orr ×2"}},
		{"nickname in quotation marks is left out", "Then William “Bingo” Orr slept.", []string{"person male William Orr ×1"}},
		{"Jr. is another person", "Then Lionel Orr met Lionel Orr Jr. in Sel.", []string{"person male Lionel Orr ×1", "person male Lionel Orr Jr. ×1", "unknown Sel ×1"}},
		{"particles in lower case", "Then Jan van der Meer slept.", []string{"person Jan van der Meer ×1"}},
		{"accents do not part", "Then Ana Núñez slept. There Nunez snored.", []string{"person female Ana Núñez ×2"}},
		{"a full name and its plural are two", "Then Lionel Orrin met the Orrins.", []string{"person male Lionel Orrin ×1", "unknown Orrins ×1"}},
		{"one slip in a surname", "Then Lionel Kieslowa slept, and Keislowa snored.", []string{"person male Lionel Kieslowa ×2"}},
		{"a word that opens a sentence is no name", "Then it rained. Absolutely nobody came. Officials left.", nil},
		{"a name that opens a sentence is one", "Then Orr slept. Orr snored.", []string{"unknown Orr ×2"}},
		{"body with a link word", "They asked the Department of Harbours and the Bank of Sel.", []string{"body Department of Harbours ×1", "body Bank of Sel ×1"}},
		{"initials of a body", "They asked the Harbour Workers Union, or HWU.", []string{"body Harbour Workers Union ×2"}},
		{"body with a first name", "They asked the Lionel Orr Foundation.", []string{"body Lionel Orr Foundation ×1"}},
		{"body with its last word in lower case", "They asked the Velden campaign, not Velden.", []string{"body Velden campaign ×1", "unknown Velden ×1"}},
		{"country, state and people", "They left New York for France with some Germans.", []string{"place New York ×1", "place France ×1", "group Germans ×1"}},
		{"a surname that is a country", "They saw Lionel Jordan. Then Jordan slept.", []string{"person male Lionel Jordan ×2"}},
		{"dateline", "PORT SEL, May 2 (HARBOUR) — It rained.", nil},
		{"headline", "Velden Opens Harbour After Long Strike\n\nYesterday Mara Velden slept.", []string{"person female Mara Velden ×2"}},
		{"days and months are none", "It rained on Monday in January.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, found(tt.text)); diff != "" {
				t.Errorf("entities of %q differ (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestSlug(t *testing.T) {
	tests := []struct{ name, want string }{
		{"Mara Velden", "mara-velden"},
		{"Ana Núñez-Orr", "ana-nunez-orr"},
		{"Lionel J. Orr Jr.", "lionel-j-orr-jr"},
		{"Seán O’Brien", "sean-obrien"},
		{"  ", ""},
	}
	for _, tt := range tests {
		if got := names.Slug(tt.name); got != tt.want {
			t.Errorf("Slug(%q) = %q, want %q", tt.name, got, tt.want)
		}
	}
}

// FuzzFind holds that mentions lie in the text, in order and apart, and that
// entities and mentions point at each other.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Sen. Mara Velden (R-Ohio), the chairwoman, met Lionel “Li” Orr, Jr. of the Bank of Sel.",
		"BY LIONEL ORR\n\nSEL — De la Orr’s al-Sel, 46,", "Mr. Mr. Mr. of of of & & (Orr) ’s ’s", "A. B. C. D. E., Jr., Jr.", "Of The And", "B B00000 mAn B b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := text.Parse(s)
		a := names.Find(d)
		end := 0
		for i, m := range a.Mentions {
			if m.Tokens.First < end || m.Tokens.Len() <= 0 || m.Tokens.End > len(d.Tokens) || m.Whole.First > m.Tokens.First || m.Whole.First < 0 {
				t.Fatalf("mention %d is %+v after token %d of %d", i, m, end, len(d.Tokens))
			}
			end = m.Tokens.End
			if m.Entity < 0 || m.Entity >= len(a.Entities) {
				t.Fatalf("mention %d has entity %d of %d", i, m.Entity, len(a.Entities))
			}
			if k := a.At(m.Tokens.End - 1); k < i || k > i && !a.Mentions[k].Whole.Contains(m.Tokens.End-1) {
				t.Fatalf("At(%d) = %d, want %d or one in whose title it stands", m.Tokens.End-1, k, i)
			}
		}
		for i, e := range a.Entities {
			if e.Name == "" || e.Count == 0 || a.Mentions[e.First].Entity != i || a.Mentions[e.Last].Entity != i {
				t.Fatalf("entity %d is %+v", i, e)
			}
		}
	})
}
