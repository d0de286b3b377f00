package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSameName(t *testing.T) {
	for name, c := range map[string]struct {
		gold, system string
		want         bool
	}{
		"surname only":           {"Mara Velden", "Velden", true},
		"title before it":        {"Sen. Mara Velden", "Mara Velden", true},
		"initial":                {"M. Velden", "Mara Velden", true},
		"possessive":             {"Mara Velden’s", "Velden", true},
		"accents":                {"Mára Veldén", "Mara Velden", true},
		"another first name":     {"Mara Velden", "Joss Velden", false},
		"one within the other":   {"Premier Mara Velden of Sel", "Mara Velden", true},
		"a pronoun":              {"she", "Mara Velden", false},
		"nothing":                {"", "Mara Velden", false},
		"half of the words":      {"Port Authority of Sel", "Sel Port Office", false},
		"suffix does not matter": {"Joss Harrow Jr.", "Joss Harrow", true},
	} {
		t.Run(name, func(t *testing.T) {
			if got := sameName(c.gold, c.system); got != c.want {
				t.Errorf("sameName(%q, %q) = %v, want %v", c.gold, c.system, got, c.want)
			}
		})
	}
}

func TestKindOf(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"in marks":            {"“We will stay”", "direct"},
		"no marks":            {"they will stay", "indirect"},
		"some in marks":       {"they “will stay” here", "mixed"},
		"doubled apostrophes": {"''We'' ''will stay''", "direct"},
	} {
		t.Run(name, func(t *testing.T) {
			r := []rune(c.text)
			at := words(r)
			if got := kindOf(at, wordsIn(at, 0, len(r)), quotedMask(r)); got != c.want {
				t.Errorf("kind %q, want %q", got, c.want)
			}
		})
	}
}

// TestTally holds the counts of one article with a hit of each sort.
func TestTally(t *testing.T) {
	const text = "“We will stay here,” Velden said. Harrow said the old ferry was late again. Brandt fears the ice. Orr said nothing at all."
	find := func(words string) quote {
		i := strings.Index(text, words)
		at := runeOffsets(text)
		return quote{Start: at(i), End: at(i + len(words)), Act: "statement"}
	}
	by := func(q quote, name string) quote {
		i := strings.Index(text, name)
		at := runeOffsets(text)
		q.Speaker = source{part: part{Text: name, Start: at(i), End: at(i + len(name))}, Type: "name", Resolved: name}
		return q
	}
	attitude := by(find("the ice"), "Brandt")
	attitude.Act = "attitude"
	gold := goldArticle{Text: text, Quotes: []quote{
		by(find("“We will stay here,”"), "Velden"), by(find("the old ferry was late again"), "Harrow"), attitude,
	}}
	system := []quote{
		by(find("We will stay here,"), "Velden"),       // exact, right speaker
		by(find("old ferry was late"), "Velden"),       // partly, wrong speaker
		by(find("the ice"), "Brandt"),                  // not asked for, not punished
		by(find("nothing at all"), "Orr"),              // false
		{Start: 0, End: 0, Speaker: source{}, Act: ""}, // no words: no item
	}
	total := newTally()
	total.add(scoreArticle(gold, system))
	for name, c := range map[string]struct{ got, want count }{
		"exact":       {*total.exact["all"], count{gold: 2, found: 1, system: 3, right: 1}},
		"partial":     {*total.partial["all"], count{gold: 2, found: 2, system: 3, right: 2}},
		"direct":      {*total.partial["direct"], count{gold: 1, found: 1, system: 1, right: 1}},
		"attribution": {*total.attribution["all"], count{gold: 2, found: 1, system: 3, right: 1}},
		"names":       {count{found: total.names, right: total.namesRight}, count{found: 2, right: 1}},
	} {
		if diff := cmp.Diff(c.want, c.got, cmp.AllowUnexported(count{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	gold, out := filepath.Join(dir, "gold.jsonl"), filepath.Join(dir, "out.jsonl")
	line := `{"id":"a","text":"The ferry was late, Mara Velden said on Monday.","date":"2031-05-22","quotes":[{"spans":[[0,18]],"start":0,"end":18,"act":"statement","speaker":{"text":"Mara Velden","start":20,"end":31,"type":"name","resolved":"Mara Velden"},"cue":{"text":"said","start":32,"end":36}}]}`
	if err := os.WriteFile(gold, []byte(line+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var stdout strings.Builder
	if err := run([]string{"-gold", gold, "-out", out, "-no-speed"}, &stdout); err != nil {
		t.Fatal(err)
	}
	if got := stdout.String(); !strings.Contains(got, "100.0 % (1 of 1)") {
		t.Errorf("report without the full name found:\n%s", got)
	}
	found, err := readGold(out)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 1 || len(found[0].Quotes) != 1 || found[0].Quotes[0].Start != 0 || found[0].Quotes[0].End != 18 {
		t.Errorf("written %+v, want the one quote at 0 to 18", found)
	}
	if err := run(nil, &stdout); err == nil {
		t.Error("no error without -gold")
	}
}
