package compare_test

import (
	"strings"
	"testing"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare"
)

// show writes edits: "same | +in+ | -out- | ~out>in~ | …out… | [out>in]".
func show(edits []onrecord.QuoteEdit) string {
	var parts []string
	for _, e := range edits {
		in, out := e.QuoteText, e.OriginalText
		parts = append(parts, map[onrecord.EditOp]string{
			onrecord.EditSame: in, onrecord.EditInserted: "+" + in + "+", onrecord.EditDeleted: "-" + out + "-",
			onrecord.EditReplaced: "~" + out + ">" + in + "~", onrecord.EditOmitted: "…" + out + "…", onrecord.EditBrackets: "[" + out + ">" + in + "]",
		}[e.Op])
	}
	return strings.Join(parts, " | ")
}

// TestEditsOfPart compares with a part of an original.
func TestEditsOfPart(t *testing.T) {
	const original = "We won’t lift the sanctions – not one – before the cease-fire holds for thirty days, he wants that."
	for _, tt := range []struct{ name, quote, want string }{
		{"the same words", "we won't lift the sanctions, not one", "we won't lift the sanctions, not one"},
		{"in the middle", "before the ceasefire holds", "before the ceasefire holds"},
		{"a number in digits", "holds for 30 days", "holds for 30 days"},
		{"another number beside a compound", "the cease fire holds for 20 days", "the cease fire holds for | ~thirty>20~ | days"},
		{"replaced", "We will lift the sanctions", "We | ~won’t>will~ | lift the sanctions"},
		{"inserted", "lift all the sanctions", "lift | +all+ | the sanctions"},
		{"deleted", "lift sanctions", "lift | -the- | sanctions"},
		{"a clause deleted", "We won’t lift the sanctions for thirty days", "We won’t lift the sanctions | -not one – before the cease-fire holds- | for thirty days"},
		{"left out with a mark", "We won’t lift the sanctions … before the cease-fire holds", "We won’t lift the sanctions | …not one… | before the cease-fire holds"},
		{"a mark at the end", "We won’t lift the sanctions …", "We won’t lift the sanctions | ……"},
		{"an editor's words", "[The ministers] won’t lift [them] before", "[We>The ministers] | won’t lift | [the sanctions – not one>them] | before"},
		{"an editor's letters", "[W]e won’t lift", "[W]e won’t lift"},
		{"an editor's ending", "he want[ed] that", "he want[ed] that"},
		{"an end replaced", "he wants everything", "he wants | ~that>everything~"},
		{"a beginning replaced", "Nobody won’t lift the sanctions", "~We>Nobody~ | won’t lift the sanctions"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(compare.NewQuote(tt.quote).Judge(compare.NewText(original)).Edits); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestEdits compares whole texts.
func TestEdits(t *testing.T) {
	for _, tt := range []struct{ quote, original, want string }{
		{"they will stay a day longer", "They will stay a year longer.", "they will stay a | ~year>day~ | longer"},
		{"until every crew is home", "The sanctions stay until every crew is home, she said", "-The sanctions stay- | until every crew is home | -she said-"},
		{"", "not a word", "-not a word-"},
		{"not a word", "", "+not a word+"},
		{"", "", ""},
	} {
		if got := show(compare.Edits(tt.quote, tt.original)); got != tt.want {
			t.Errorf("%q of %q: got %s, want %s", tt.quote, tt.original, got, tt.want)
		}
	}
}
