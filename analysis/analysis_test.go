package analysis

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// termsOf returns the terms of the tokens, separated by "|".
func termsOf(tokens []Token) string {
	terms := make([]string, len(tokens))
	for i, token := range tokens {
		terms[i] = token.Term
	}
	return strings.Join(terms, "|")
}

func TestWords(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", "", ""},
		{"no word at all", " — “…” % $ 🙂 ", ""},
		{"case", "The CEASEFIRE Holds", "the|ceasefire|holds"},
		{"typographic apostrophe", "It isn’t", "it|isn't"},
		{"opening quotation mark as apostrophe", "it isn‘t", "it|isn't"},
		{"quotation marks around a word", "‘peace’ 'peace' “peace”", "peace|peace|peace"},
		{"apostrophes twice as quotation marks", "''No,'' she said", "no|she|said"},
		{"possessive", "the minister’s plan, the workers’ plan", "the|minister's|plan|the|workers|plan"},
		{"name with apostrophe", "O’Brien D'Angelo", "o'brien|d'angelo"},
		{"diacritics composed", "Zelenský Čapek", "zelensky|capek"},
		{"diacritics decomposed", "Zelensky\u0301", "zelensky"},
		{"letters that do not decompose", "Łódź Ørsted Straße Æsir", "lodz|orsted|strasse|aesir"},
		{"Turkish dots", "İstanbul Diyarbakır", "istanbul|diyarbakir"},
		{"Cyrillic keeps its letters", "Сергей МИР мир", "сергей|мир|мир"},
		{"Greek final sigma", "ΛΌΓΟΣ λόγος", "λόγοσ|λόγοσ"},
		{"ligature", "oﬃce", "office"},
		{"full width", "ＮＡＴＯ２", "nato2"},
		{"hyphen", "cease-fire", "cease|fire"},
		{"dash without spaces", "peace—not war–now", "peace|not|war|now"},
		{"non-breaking hyphen", "vice‑president", "vice|president"},
		{"soft hyphen", "cease\u00adfire", "ceasefire"},
		{"non-breaking space", "4\u00a0May", "4|may"},
		{"thousands", "1,200 and 1,200,000.5bn", "1200|and|1200000.5bn"},
		{"list of numbers", "1,2,3", "1|2|3"},
		{"year after a day", "May 18,2025", "may|18|2025"},
		{"not a group of three", "12,34", "12|34"},
		{"per cent", "3.5% or 4 percent", "3.5|or|4|percent"},
		{"currency", "$3.5bn €1,000", "3.5bn|1000"},
		{"ordinal, decade", "2nd 1990s 2024’s", "2nd|1990s|2024"},
		{"date and time", "2025-05-18 12:30", "2025|05|18|12|30"},
		{"score", "9/11 24/7", "9|11|24|7"},
		{"letters and digits", "F-16 COVID-19 G7", "f|16|covid|19|g7"},
		{"initials", "U.S. U.S.A. U.N.-led a.m.", "us|usa|un|led|am"},
		{"initials and name", "J.D. Vance, J.D.Vance, J. Vance", "jd|vance|jd|vance|j|vance"},
		{"initials that own", "the U.S.’s plan", "the|us|plan"},
		{"quotation that owns", "“Hope”’s author", "hope|author"},
		{"initials with diacritics", "É.U.", "eu"},
		{"not initials", "Ph.D. St.Petersburg", "ph|d|st|petersburg"},
		{"forgotten space", "over.He wall:Yes one,two", "over|he|wall|yes|one|two"},
		{"colon in a transcript", "VELDEN:We agreed", "velden|we|agreed"},
		{"underscores", "_very_ snake_case", "very|snake|case"},
		{"address", "see https://example.org/a_b?c=1", "see|https|example|org|a|b|c|1"},
		{"tag and handle", "#ceasefire @maravelden", "ceasefire|maravelden"},
		{"ampersand", "AT&T", "at|t"},
		{"Chinese by letter", "和平", "和|平"},
		{"Thai by letter", "สันติ", "สั|น|ติ"},
		{"Korean by word", "평화 협정", "평화|협정"},
		{"not UTF-8", "peace\xffnow\xc3", "peace|now"},
		{"too long", strings.Repeat("é", 300), strings.Repeat("e", MaxTermBytes)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := termsOf(Words(tt.text)); got != tt.want {
				t.Errorf("Words(%q)\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestTerms(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", "", ""},
		{"stop words only", "it was not to be", ""},
		{"stems", "negotiating negotiations negotiated", "negoti|negoti|negoti"},
		{"stem that is no part of the word", "policies happy", "polici|happi"},
		{"possessives", "the minister’s minister's ministers", "minist|minist|minist"},
		{"contraction is a stop word", "isn’t won't cannot", ""},
		{"possessive before stop words", "it's he’s", ""},
		{"initials", "U.S. US", "us|us"},
		{"numbers are as written", "1,200 3.5", "1200|3.5"},
		{"diacritics before the stem", "résumés", "resum"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := termsOf(Terms(tt.text)); got != tt.want {
				t.Errorf("Terms(%q)\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestTokenPlaces(t *testing.T) {
	text := "The “U.S.” won’t accept 1,200 résumés"
	got := Terms(text)
	want := []Token{
		{Term: "us", Start: 7, End: 10, Position: 1},
		{Term: "accept", Start: 23, End: 29, Position: 3},
		{Term: "1200", Start: 30, End: 35, Position: 4},
		{Term: "resum", Start: 36, End: 45, Position: 5},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Terms(%q) (-want +got):\n%s", text, diff)
	}
}

func TestFold(t *testing.T) {
	tests := []struct{ value, want string }{
		{"", ""},
		{"  Harbour \t Herald ", "harbour herald"},
		{"L’Écho du Port", "l'echo du port"},
		{"harbour herald", "harbour herald"},
		{"Вечерняя Газета", "вечерняя газета"},
	}
	for _, tt := range tests {
		if got := Fold(tt.value); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.value, got, tt.want)
		}
	}
}
