package service_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/service"
)

// distractors is how many other claims on the same topics are in the index.
const distractors = 10_000

// TestVerifyMeasure alters statements at rates up to a half of their words, in
// each way, and looks for them among many on the same topics; and it looks for
// statements on these topics that nobody made. testdata/quotes/measured.txt has
// the figures.
func TestVerifyMeasure(t *testing.T) {
	const path = "testdata/quotes/measured.txt"
	m := newMeasure(t)
	var b strings.Builder
	fmt.Fprintf(&b, "Of 100 altered statements, among %d others on the same topics, and with their speaker asked about:\n", distractors)
	fmt.Fprintf(&b, "listed as an original, listed first, first and told to be altered.\n\n")
	fmt.Fprintf(&b, "%-8s  %4s  %6s  %5s  %7s  %6s  %5s  %7s\n", "changed", "rate", "listed", "first", "altered", "listed", "first", "altered")
	for _, way := range ways {
		for _, percent := range []int{10, 20, 33, 40, 50} {
			fmt.Fprintf(&b, "%-8s  %3d%%%s", way.name, percent, m.recall(t, way.change, percent, false))
			if percent == 33 {
				b.WriteString(m.recall(t, way.change, percent, true))
			}
			b.WriteByte('\n')
		}
	}
	fmt.Fprintf(&b, "\nof %d statements on these topics that nobody made:\n%s", len(m.unsaid), m.false(t))
	b.WriteString(m.paraphrases(t))
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("figures differ (-want +got):\n%s", diff)
	}
}

// A measure is an index of originals and others, with what is looked for.
type measure struct {
	fixture
	originals []said
	unsaid    []string
	words     map[string][]string // by topic, as others use them
	topics    []string            // by original
	random    *rand.Rand
}

func newMeasure(t *testing.T) *measure {
	m := &measure{fixture: newService(t), words: map[string][]string{}, random: rand.New(rand.NewPCG(5, 1))}
	patterns := topicsOf(t, "topics.txt")
	var claims []said
	for _, topic := range patterns {
		for i := range distractors / len(patterns) {
			text := m.fill(topic.lines)
			if i < 300 {
				m.words[topic.name] = append(m.words[topic.name], strings.Fields(strings.TrimSuffix(text, "."))...)
			}
			claims = append(claims, m.claim(len(claims), text))
		}
	}
	for _, topic := range topicsOf(t, "originals.txt") {
		for _, text := range topic.lines {
			c := m.claim(len(claims), text)
			m.originals, m.topics, claims = append(m.originals, c), append(m.topics, topic.name), append(claims, c)
		}
	}
	for _, topic := range topicsOf(t, "unsaid.txt") {
		m.unsaid = append(m.unsaid, topic.lines...)
	}
	m.store(t, claims...)
	return m
}

// claim is one of a hundred speakers, ten in an article.
func (m *measure) claim(number int, text string) said {
	return said{
		article: fmt.Sprintf("a%d", number/10), id: fmt.Sprintf("c%d", number), text: text, kind: onrecord.KindDirect,
		speaker: fmt.Sprintf("Speaker N%d", m.random.IntN(100)), published: "2024-03-12",
	}
}

// A topic is lines of a file under one heading.
type topic struct {
	name  string
	lines []string
}

func topicsOf(t *testing.T, file string) []topic {
	t.Helper()
	content, err := os.ReadFile("testdata/quotes/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var topics []topic
	for block := range strings.SplitSeq(string(content), "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		if len(lines) > 1 {
			topics = append(topics, topic{lines[0], lines[1:]})
		}
	}
	return topics
}

var slot = regexp.MustCompile(`\{\w+\}`)

// fill makes a statement of one of the patterns.
func (m *measure) fill(lines []string) string {
	values, patterns := map[string][]string{}, []string{}
	for _, line := range lines {
		if pattern, ok := strings.CutPrefix(line, "- "); ok {
			patterns = append(patterns, pattern)
		} else if name, all, ok := strings.Cut(line, ": "); ok {
			values[name] = strings.Split(all, " | ")
		}
	}
	text := slot.ReplaceAllStringFunc(patterns[m.random.IntN(len(patterns))], func(name string) string {
		all := values[name[1:len(name)-1]]
		return all[m.random.IntN(len(all))]
	})
	return strings.ToUpper(text[:1]) + text[1:]
}

// A way is one of changing words: those at the places are changed, into others
// of the topic.
type way struct {
	name   string
	change func(words []string, places []int, other func() string) []string
}

var ways = []way{
	{"drop", func(words []string, places []int, _ func() string) []string {
		for _, i := range places {
			words[i] = ""
		}
		return words
	}},
	{"insert", func(words []string, places []int, other func() string) []string {
		for _, i := range places {
			words[i] += " " + other()
		}
		return words
	}},
	{"replace", replaceAll},
	{"mixed", func(words []string, places []int, other func() string) []string {
		for n, i := range places {
			words[i] = [...]string{"", words[i] + " " + other(), other()}[n%3]
		}
		return words
	}},
	{"content", func(words []string, places []int, other func() string) []string {
		var first, rest []int
		for _, i := range places[:cap(places)] {
			if len(analysis.Terms(words[i])) > 0 {
				first = append(first, i)
			} else {
				rest = append(rest, i)
			}
		}
		return replaceAll(words, append(first, rest...)[:len(places)], other)
	}},
}

func replaceAll(words []string, places []int, other func() string) []string {
	for _, i := range places {
		words[i] = other()
	}
	return words
}

// altered returns an original with so many of its words changed.
func (m *measure) altered(i int, change func([]string, []int, func() string) []string, percent int) string {
	words := strings.Fields(m.originals[i].text)
	places := m.random.Perm(len(words))[:(len(words)*percent+50)/100]
	others := m.words[m.topics[i]]
	return strings.Join(change(words, places, func() string { return others[m.random.IntN(len(others))] }), " ")
}

// recall tells of 100 altered statements how many are found, and how. A third
// of words changed is what has to be found; other rates are tried on fewer.
func (m *measure) recall(t *testing.T, change func([]string, []int, func() string) []string, percent int, asked bool) string {
	every := 3
	if percent == 33 {
		every = 1
	}
	tried, listed, first, altered := 0.0, 0.0, 0.0, 0.0
	for i := 0; i < len(m.originals); i += every {
		original := m.originals[i]
		r := service.VerifyRequest{Quote: m.altered(i, change, percent)}
		if asked {
			r.Speaker = original.speaker
		}
		got, err := m.Verify(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		tried++
		at := slices.IndexFunc(got.Originals, func(o onrecord.Original) bool { return o.Claim.ID == original.id })
		if at >= 0 {
			listed++
		}
		if at == 0 {
			first++
			if got.Verdict <= onrecord.VerdictAltered {
				altered++
			}
		}
	}
	return fmt.Sprintf("  %6.0f  %5.0f  %7.0f", 100*listed/tried, 100*first/tried, 100*altered/tried)
}

// false tells what is said of statements that nobody made.
func (m *measure) false(t *testing.T) string {
	counts := map[onrecord.Verdict]int{}
	for _, quote := range m.unsaid {
		got, err := m.Verify(t.Context(), service.VerifyRequest{Quote: quote})
		if err != nil {
			t.Fatal(err)
		}
		counts[got.Verdict]++
	}
	return tallied(counts)
}

// paraphrases tells what is said of statements that were put in other words.
func (m *measure) paraphrases(t *testing.T) string {
	counts, listed, all := map[onrecord.Verdict]int{}, 0, 0
	for _, topic := range topicsOf(t, "paraphrased.txt") {
		for _, line := range topic.lines {
			quote, beginning, _ := strings.Cut(line, " > ")
			got, err := m.Verify(t.Context(), service.VerifyRequest{Quote: quote})
			if err != nil {
				t.Fatal(err)
			}
			all++
			counts[got.Verdict]++
			if slices.ContainsFunc(got.Originals, func(o onrecord.Original) bool { return strings.HasPrefix(o.Claim.Text, beginning) }) {
				listed++
			}
		}
	}
	return fmt.Sprintf("\nof %d statements put in other words, of which %d are listed:\n%s", all, listed, tallied(counts))
}

func tallied(counts map[onrecord.Verdict]int) string {
	var b strings.Builder
	for v := onrecord.VerdictVerbatim; v <= onrecord.VerdictNotFound; v++ {
		fmt.Fprintf(&b, "%-15s  %3d\n", v, counts[v])
	}
	return b.String()
}
