package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTokens(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"clitics":             {"She's sure they'll say Orr's dog didn't.", "She|'s|sure|they|'ll|say|Orr|'s|dog|didn't|."},
		"apostrophe in name":  {"O’Malley’s plan", "O’Malley|’s|plan"},
		"abbreviations":       {"Sen. J. Orr, 9 a.m.", "Sen.|J.|Orr|,|9|a.m."},
		"no is a word":        {"He said no. It was No. 5.", "He|said|no|.|It|was|No.|5|."},
		"numbers":             {"$3.2 million, 4,000 and 12% on 5/6", "$3.2|million|,|4,000|and|12%|on|5/6"},
		"hyphens and dashes":  {"co-founder—a so-called well--known", "co-founder|—|a|so-called|well|--|known"},
		"doubled apostrophes": {"''Yes,'' she said", "''|Yes|,|''|she|said"},
		"three in a row":      {"''He is 'stubborn,''' she said", "''|He|is|'|stubborn|,|'|''|she|said"},
		"decade":              {"the '90s and the ’80s", "the|'90s|and|the|’80s"},
		"hidden characters":   {"\u202a“Yes\u200b”", "“|Yes\u200b|”"},
	} {
		t.Run(name, func(t *testing.T) {
			d := Parse(c.text)
			var words []string
			for i := range d.Tokens {
				words = append(words, d.Word(i))
			}
			if diff := cmp.Diff(c.want, strings.Join(words, "|")); diff != "" {
				t.Errorf("tokens (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSentences(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"titles":                {"Mr. Orr met Dr. Brandt. They spoke.", "Mr. Orr met Dr. Brandt.|They spoke."},
		"abbreviation at end":   {"They met at 9 a.m. The rest came later.", "They met at 9 a.m.|The rest came later."},
		"abbreviation inside":   {"They met in the U.S. Senate at noon.", "They met in the U.S. Senate at noon."},
		"ends within marks":     {"“He left. She stayed,” Orr said. It rained.", "“He left. She stayed,” Orr said.|It rained."},
		"end before the mark":   {"Orr said: “He left.” It rained.", "Orr said: “He left.”|It rained."},
		"question goes on":      {"“Why?” he asked. Nobody knew.", "“Why?” he asked.|Nobody knew."},
		"state before a mark":   {"said Orr, of Orono, Fla. “We left.”", "said Orr, of Orono, Fla.|“We left.”"},
		"paragraph ends it":     {"A headline without a stop\n\nOrr said so.", "A headline without a stop|Orr said so."},
		"lines of fixed width":  {"Orr said the ferry\nwas late\nagain and again.\n\nBrandt\nagreed\nwith him.", "Orr said the ferry\nwas late\nagain and again.|Brandt\nagreed\nwith him."},
		"initials":              {"J. R. Orr spoke. He left.", "J. R. Orr spoke.|He left."},
		"ellipsis in the words": {"“We … left,” Orr said.", "“We … left,” Orr said."},
	} {
		t.Run(name, func(t *testing.T) {
			d := Parse(c.text)
			var sentences []string
			for _, s := range d.Sentences {
				sentences = append(sentences, d.String(s))
			}
			if diff := cmp.Diff(c.want, strings.Join(sentences, "|")); diff != "" {
				t.Errorf("sentences (-want +got):\n%s", diff)
			}
		})
	}
}

func TestQuotes(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"straight":                    {`"One," he said, "two."`, "One,|two."},
		"curly":                       {"“One,” he said, “two.”", "One,|two."},
		"single with apostrophes":     {"‘It’s the workers’ port,’ he said.", "It’s the workers’ port,"},
		"straight single":             {"'We don't know,' he said.", "We don't know,"},
		"apostrophes alone":           {"The workers' port and O'Neill's '90s dock", ""},
		"grave accents":               {"``One,'' he said.", "One,"},
		"guillemets":                  {"«One», he said.", "One"},
		"low and high":                {"„One,“ he said. „Two,” he said.", "One,|Two,"},
		"nested":                      {"“He said, ‘No,’ to us.”", "He said, ‘No,’ to us.|No,"},
		"nested straight":             {`"He said, 'No,' to us."`, "He said, 'No,' to us.|No,"},
		"curly closed by straight":    {"“One,\" he said.", "One,"},
		"unclosed ends the paragraph": {"Orr said: “One and\n\ntwo.", "One and"},
		"opened anew":                 {"“One and “two” he said.", "two"},
		"only closing":                {"One,” he said.", ""},
		"empty pair":                  {"“” he said.", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := Parse(c.text)
			var quotes []string
			for _, q := range d.Quotes {
				quotes = append(quotes, d.String(q.Inner()))
			}
			if diff := cmp.Diff(c.want, strings.Join(quotes, "|")); diff != "" {
				t.Errorf("quotations (-want +got):\n%s", diff)
			}
		})
	}
}

func TestQuoteOverParagraphs(t *testing.T) {
	d := Parse("“One.\n\n“Two.\n\n“Three.”\n\n“Four.”")
	type quote struct {
		Words               string
		Unclosed, Continues bool
	}
	var got []quote
	for _, q := range d.Quotes {
		got = append(got, quote{d.String(q.Inner()), q.Unclosed, q.Continues})
	}
	want := []quote{{"One.", true, false}, {"Two.", true, true}, {"Three.", false, true}, {"Four.", false, false}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("quotations (-want +got):\n%s", diff)
	}
}
