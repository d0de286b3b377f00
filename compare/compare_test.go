package compare_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/onrecord/onrecord/compare"
)

// show writes the edits of a comparison: "=same +in+ -out- ~out>in~ …out… [in<out]".
func show(quote, original string, c compare.Comparison) string {
	var parts []string
	for _, e := range c.Edits {
		in, out := e.Quote.Of(quote), e.Original.Of(original)
		parts = append(parts, map[compare.Op]string{
			compare.Same: in, compare.Inserted: "+" + in + "+", compare.Deleted: "-" + out + "-",
			compare.Replaced: "~" + out + ">" + in + "~", compare.Omitted: "…" + out + "…", compare.Edited: "[" + out + ">" + in + "]",
		}[e.Op])
	}
	return fmt.Sprintf("%d< %s >%d", c.Before, strings.Join(parts, " | "), c.After)
}

func TestFind(t *testing.T) {
	const original = "We won’t lift the sanctions – not one – before the cease-fire holds for thirty days, he wants that."
	for _, tt := range []struct{ name, quote, want string }{
		{"the same words", "we won't lift the sanctions, not one", "0< we won't lift the sanctions, not one >10"},
		{"in the middle", "before the ceasefire holds", "7< before the ceasefire holds >6"},
		{"a number in digits", "holds for 30 days", "10< holds for 30 days >3"},
		{"replaced", "We will lift the sanctions", "0< We | ~won’t>will~ | lift the sanctions >12"},
		{"inserted", "lift all the sanctions", "2< lift | +all+ | the sanctions >12"},
		{"deleted", "lift sanctions", "2< lift | -the- | sanctions >12"},
		{"left out with a mark", "We won’t lift the sanctions … before the cease-fire holds", "0< We won’t lift the sanctions | …not one… | before the cease-fire holds >6"},
		{"an editor's words", "[The ministers] won’t lift [them] before", "0< [We>The ministers] | won’t lift | [the sanctions – not one>them] | before >9"},
		{"an editor's letters", "[W]e won’t lift", "0< [W]e won’t lift >14"},
		{"an editor's ending", "he want[ed] that", "14< he want[ed] that >0"},
		{"none of the words", "zebras graze", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := compare.Find(tt.quote, original)
			if got := show(tt.quote, original, c); got != tt.want && tt.want != "" {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if tt.want == "" && c.Same != 0 {
				t.Errorf("%d words in common, want none", c.Same)
			}
		})
	}
}
