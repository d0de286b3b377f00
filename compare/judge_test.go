package compare_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare"
)

// judged writes a verdict with its flags, and where words were dropped.
func judged(j compare.Judgement) string {
	parts := []string{j.Verdict.String()}
	for _, flag := range j.Flags {
		parts = append(parts, "!"+flag.String())
	}
	for _, cut := range j.Cuts {
		where := cut.Place.String()
		if cut.AtSentence {
			where += " at a sentence"
		}
		parts = append(parts, fmt.Sprintf("%s %d", where, cut.Words))
	}
	return strings.Join(parts, ", ")
}

func TestJudge(t *testing.T) {
	for _, tt := range []struct{ name, quote, original, want string }{
		{"ordinals in letters", "the 21st crew and the second boat came home", "The twenty-first crew and the 2nd boat came home", "verbatim"},
		{"an ordinal is not its number", "the three ferries of the harbour sank", "the third ferries of the harbour sank", "altered, !number changed"},
		{"a million", "the pier cost a million crowns", "The pier cost 1,000,000 crowns", "verbatim"},
		{"one of many is no pause", "the pier cost one million … crowns", "The pier cost two hundred and one million new crowns", "altered, !number changed, inside 1"},
		{"an ellipsis in the original", "we never lift the ban on trawlers", "We … lift the ban on trawlers", "altered, !negation changed"},
		{"the original's own ellipsis", "We … lift the ban on trawlers", "We … lift the ban on trawlers", "verbatim"},
		{"no said three times and once", "We say no and will not lift the ban", "We say no, no, no and will not lift the ban", "altered, !negation changed"},
		{"an editor's words that are the same", "We will lift [the] ban", "We will lift the ban", "verbatim"},
		{"mostly brackets", "We [lift every ban at once]", "We will lift the ban", "not found"},
		{"too few words to tell", "we will see the dam", "we will win the war", "not found"},
		{"an abbreviation ends no sentence", "Orsk will pay for the pier", "I think that Mr. Orsk will pay for the pier", "partial, start 4"},
		{"an initial ends no sentence", "Orsk will pay for the pier", "Ask J. Orsk will pay for the pier", "partial, start 2"},
		{"a question is a sentence", "Who will pay for the pier?", "The pier is old. Who will pay for the pier? I will.", "partial, start at a sentence 4, end at a sentence 2"},
		{"a paragraph is a sentence", "who will pay for the pier", "the pier is old\n\nwho will pay for the pier", "partial, start at a sentence 4"},
		{"a condition at the start", "we will open the port", "Only if they come home will it change; we will open the port", "partial, !condition dropped, start 8"},
		{"a condition of another clause", "we will open the port", "They asked if we could, and we will open the port", "partial, start 6"},
		{"a negation of another clause", "we will open the port", "They do not care, we will open the port", "partial, start 4"},
		{"a negation in the clause", "open the port before the thaw", "We shall never open the port before the thaw", "partial, !negation changed, start 3"},
		{"an objection", "We will open the port", "We will open the port, but not this year", "partial, !condition dropped, end 4"},
		{"as long as", "We will hold our fire", "We will hold our fire for as long as they hold theirs", "partial, !condition dropped, end 7"},
		{"what an ellipsis hides in other sentences", "We will open the port. … They will come.", "We will open the port. It cost 40 crowns and never paid. They will come.", "partial, inside at a sentence 7"},
		{"a clause left out", "the pier at Orrin will be rebuilt in stone", "The pier at Orrin, which was never beautiful, will be rebuilt in stone", "altered, !negation changed"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := judged(compare.NewQuote(tt.quote).Judge(compare.NewText(tt.original))); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestJudgeInterrupted compares with an utterance that its attribution cuts.
func TestJudgeInterrupted(t *testing.T) {
	const article = "“We will stay here,” she said, “and wait.” He nodded. “Until the thaw comes,” she said. “Not longer.”"
	span := func(words string) onrecord.Span {
		start := strings.Index(article, words)
		return onrecord.Span{Start: start, End: start + len(words)}
	}
	original := compare.NewText(article, span("We will stay here,"), span("and wait."), span("Until the thaw comes,"), span("Not longer."))
	for _, tt := range []struct{ name, quote, want string }{
		{"whole", "We will stay here and wait. Until the thaw comes. Not longer.", "verbatim"},
		{"within a sentence", "We will stay here", "partial, end 8"},
		{"at a sentence's end", "We will stay here and wait", "partial, !condition dropped, end at a sentence 6"},
		{"from a sentence's beginning", "Until the thaw comes. Not longer.", "partial, start at a sentence 6"},
		{"words of the attribution", "We will stay here, she said, and wait. Until the thaw comes. Not longer.", "altered"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			j := compare.NewQuote(tt.quote).Judge(original)
			if got := judged(j); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			for _, e := range j.Edits {
				if strings.Contains(e.OriginalText, "said") || e.Original.Of(article) != e.OriginalText {
					t.Errorf("edit reaches over the attribution: %+v", e)
				}
			}
		})
	}
}

func TestJudgeSource(t *testing.T) {
	const text = "the harbour would stay open “as long as there is a single ship” and the crews had been told"
	at := strings.Index(text, "as long")
	source := compare.Source{
		Text:     text,
		Quoted:   [][]onrecord.Span{{{Start: at, End: strings.Index(text, "”")}}},
		Reported: []onrecord.Span{{End: len(text)}},
	}
	for quote, want := range map[string]string{
		"as long as there is a single ship":           "verbatim",
		"there is a single ship":                      "partial, !condition dropped, start 3",
		"as long as there are ships, a single ship":   "altered",
		"stay open as long as there is a single ship": "paraphrase only, start 3, end 6",
		"The harbour master was told by the crews":    "not found",
	} {
		if got := judged(compare.NewQuote(quote).JudgeSource(source)); got != want {
			t.Errorf("%q: got %s, want %s", quote, got, want)
		}
	}
}
