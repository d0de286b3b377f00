package extract

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// withGiven adds to the claims found in an article the statements that its
// source marks. One that was found, alone or within a longer claim, has its
// speaker and its time from the source; any other becomes a claim, in the place
// of what was found in its words.
func withGiven(a onrecord.Article, found []onrecord.Claim) []onrecord.Claim {
	if len(a.Given) == 0 {
		return found
	}
	var added []onrecord.Claim
	speakers := make(map[string]onrecord.Speaker)
	end, at := 0, 0
	for _, g := range a.Given {
		span, ok := trimmed(a.Text, g.Span)
		if !ok || span.Start < end {
			continue
		}
		end = span.End
		if _, ok := speakers[g.Speaker]; !ok {
			speakers[g.Speaker] = speakerNamed(g.Speaker)
		}
		for at < len(found) && found[at].Span.End <= span.Start {
			at++
		}
		if at < len(found) && found[at].Span.Contains(span) {
			attributeTo(&found[at], g, speakers[g.Speaker])
			continue
		}
		added = append(added, givenClaim(a, g, span, speakers[g.Speaker]))
	}
	return insert(found, added)
}

// trimmed returns a span without white space at its ends. It reports false
// where nothing is left or the span is none of the text's.
func trimmed(s string, span onrecord.Span) (onrecord.Span, bool) {
	if span.Start < 0 || span.Empty() || span.End > len(s) ||
		!utf8.RuneStart(s[span.Start]) || span.End < len(s) && !utf8.RuneStart(s[span.End]) {
		return span, false
	}
	words := span.Of(s)
	span.Start += len(words) - len(strings.TrimLeft(words, " \t\n"))
	span.End -= len(words) - len(strings.TrimRight(words, " \t\n"))
	return span, !span.Empty()
}

// speakerNamed returns the speaker that a source names.
func speakerNamed(name string) onrecord.Speaker {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		return onrecord.Speaker{}
	}
	s := onrecord.Speaker{Name: name, Type: onrecord.SpeakerPerson}
	if article := names.Find(text.Parse(name + " said.")); len(article.Entities) == 1 {
		e := &article.Entities[0]
		s.Name, s.Title = e.Name, e.Title
		if e.Kind == names.Organization || e.Kind == names.Place || e.Kind == names.Thing {
			s.Type = onrecord.SpeakerOrganization
		}
	}
	s.ID = names.Slug(s.Name)
	return s
}

// sureness returns how sure a source is of the speaker that it names.
func sureness(g onrecord.Given) float64 {
	if g.Confidence > 0 {
		return clamp(g.Confidence)
	}
	return 1
}

// attributeTo gives a claim the time and the speaker that the source has. The
// one that was found instead becomes a candidate.
func attributeTo(c *onrecord.Claim, g onrecord.Given, s onrecord.Speaker) {
	if !c.Offset.Known {
		c.Offset = g.Offset
	}
	if s.Name == "" {
		return
	}
	if c.Speaker.ID != s.ID && !strings.HasSuffix(s.ID, "-"+c.Speaker.ID) && c.Speaker.Name != "" {
		c.Candidates = append([]onrecord.Candidate{{Name: c.Speaker.Name, Confidence: 1 - sureness(g)}}, c.Candidates...)
	} else if s.Title == "" {
		s.Title = c.Speaker.Title
	}
	c.Speaker, c.Confidence = s, sureness(g)
}

// givenClaim makes a claim of a statement that was not found.
func givenClaim(a onrecord.Article, g onrecord.Given, span onrecord.Span, s onrecord.Speaker) onrecord.Claim {
	paragraph := paragraphAround(a.Text, span)
	c := onrecord.Claim{
		Article: a.ArticleInfo, Kind: onrecord.KindDirect, Act: onrecord.ActStatement, Rule: string(ruleGiven),
		Text: span.Of(a.Text), Span: span, Quoted: []onrecord.Span{span}, Speaker: s, Offset: g.Offset,
		Sentence: paragraph, SentenceText: paragraph.Of(a.Text), Confidence: sureness(g),
	}
	if s.Name == "" {
		c.Confidence = ruleScores[ruleGiven].quoted
		return c
	}
	before := onrecord.Span{Start: paragraph.Start, End: span.Start}
	if i := strings.LastIndex(before.Of(a.Text), g.Speaker); i >= 0 {
		c.MentionSpan = onrecord.Span{Start: before.Start + i, End: before.Start + i + len(g.Speaker)}
		c.Mention = g.Speaker
	}
	return c
}

// paragraphAround returns the lines of a text that the span stands in, without
// white space at the ends.
func paragraphAround(s string, span onrecord.Span) onrecord.Span {
	p := onrecord.Span{Start: strings.LastIndexByte(s[:span.Start], '\n') + 1, End: len(s)}
	if i := strings.IndexByte(s[span.End:], '\n'); i >= 0 {
		p.End = span.End + i
	}
	p, _ = trimmed(s, p)
	return p
}

// insert returns the claims in text order: those that were added, and of those
// that were found the ones that do not stand in their words.
func insert(found, added []onrecord.Claim) []onrecord.Claim {
	if len(added) == 0 {
		return found
	}
	all, there := make([]onrecord.Claim, 0, len(found)+len(added)), make(map[string]bool)
	next := 0
	for _, c := range found {
		for next < len(added) && added[next].Span.End <= c.Span.Start {
			next++
		}
		if next == len(added) || !added[next].Span.Overlaps(c.Span) {
			all, there[c.ID] = append(all, c), true
		}
	}
	for i := range all {
		if !there[all[i].Continues] {
			all[i].Continues = ""
		}
	}
	for _, c := range added {
		c.ID = unused(claimID(c.Text, map[string]int{}), there)
		there[c.ID] = true
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b onrecord.Claim) int { return a.Span.Start - b.Span.Start })
	return all
}

// unused returns an ID that no claim has, of those that a claim with these words
// can have.
func unused(id string, there map[string]bool) string {
	for n, free := 2, id; ; n++ {
		if !there[free] {
			return free
		}
		free = id + "-" + strconv.Itoa(n)
	}
}
