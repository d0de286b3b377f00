package service

import (
	"cmp"
	"slices"
	"strings"

	"github.com/clipperhouse/uax29/v2/sentences"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// correctAgain applies the corrections of an article to its claims as they were
// found anew. A correction whose claim or whose words the article does not have
// any more is left out; it may come again.
func (s *Service) correctAgain(claims []onrecord.Claim, text string, corrections map[string][]onrecord.Correction) {
	if len(corrections) == 0 {
		return
	}
	for i := range claims {
		found := claims[i].Span
		for _, made := range corrections[claims[i].ID] {
			if span, ok := wordsOf(made, found, claims[i].Span, text); ok {
				s.apply(&claims[i], text, made, span)
			}
		}
	}
	inTextOrder(claims)
}

// wordsOf returns where the words that a correction gives a claim stand: of
// several places the one nearest to where the claim was found. Where it gives
// none, they stay where they are.
func wordsOf(made onrecord.Correction, found, present onrecord.Span, text string) (onrecord.Span, bool) {
	i := slices.IndexFunc(made.Changes, func(c onrecord.Change) bool { return c.Field == onrecord.ClaimText })
	if i < 0 {
		return present, true
	}
	words := made.Changes[i].After
	from := max(0, found.Start-MaxCorrectionDistance-len(words))
	to := min(len(text), found.End+MaxCorrectionDistance+len(words))
	at, ok := nearest(text[from:to], words, found.Start-from)
	return onrecord.Span{Start: from + at, End: from + at + len(words)}, ok
}

// nearest returns where words stand in a text, of several places the one
// nearest to an offset.
func nearest(text, words string, offset int) (int, bool) {
	if words == "" {
		return 0, false
	}
	place, ok := 0, false
	for at := 0; ; at++ {
		next := strings.Index(text[at:], words)
		if next < 0 {
			return place, ok
		}
		at += next
		if ok && max(at-offset, offset-at) >= max(place-offset, offset-place) {
			return place, ok // from here on they are ever farther
		}
		place, ok = at, true
	}
}

// apply changes a claim as a correction says. span is where its words stand
// then.
func (s *Service) apply(c *onrecord.Claim, text string, made onrecord.Correction, span onrecord.Span) {
	for _, change := range made.Changes {
		switch change.Field {
		case onrecord.ClaimSpeaker:
			id := analysis.Slug(change.After)
			c.Speaker.ID, c.Speaker.Name, c.Speaker.Type = id, change.After, s.directory.typeOf(id, c.Speaker.Type)
		case onrecord.ClaimTitle:
			c.Speaker.Title = change.After
		case onrecord.ClaimKind:
			c.Kind, _ = onrecord.ParseKind(change.After)
		case onrecord.ClaimText:
			c.Span, c.Text = span, span.Of(text)
			c.Sentence = sentencesAround(text, c.Sentence, span)
			c.SentenceText = c.Sentence.Of(text)
		}
	}
	if slices.ContainsFunc(made.Changes, func(c onrecord.Change) bool {
		return c.Field == onrecord.ClaimText || c.Field == onrecord.ClaimKind
	}) {
		c.Quoted = quotedParts(text, c)
	}
	c.Corrections = append(slices.Clip(c.Corrections), made)
}

// typeOf returns the type of a name; of one that is not in the index, the type
// that is likely where the speaker was taken to be of another.
func (d *directory) typeOf(id string, other onrecord.SpeakerType) onrecord.SpeakerType {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if n := d.names[id]; n != nil {
		return n.Type
	}
	if other == onrecord.SpeakerOrganization || other == onrecord.SpeakerGroup {
		return other
	}
	return onrecord.SpeakerPerson
}

// sentencesAround returns the sentences of a span together with those that a
// claim was found in.
func sentencesAround(text string, before, span onrecord.Span) onrecord.Span {
	if before.Contains(span) {
		return before
	}
	around := span
	begin := strings.LastIndexByte(text[:span.Start], '\n') + 1
	end := len(text)
	if next := strings.IndexByte(text[span.End:], '\n'); next >= 0 {
		end = span.End + next
	}
	for all := sentences.FromString(text[begin:end]); all.Next(); {
		words := strings.TrimRight(all.Value(), " \t")
		sentence := onrecord.Span{Start: begin + all.Start(), End: begin + all.Start() + len(words)}
		if sentence.Overlaps(span) {
			around.Start, around.End = min(around.Start, sentence.Start), max(around.End, sentence.End)
		}
	}
	if before.Empty() {
		return around
	}
	return onrecord.Span{Start: min(around.Start, before.Start), End: max(around.End, before.End)}
}

// quotedParts returns what of a claim stands in quotation marks: all of a direct
// one, nothing of an indirect one. A mark without its other half within the
// claim goes to the claim's end.
func quotedParts(text string, c *onrecord.Claim) []onrecord.Span {
	switch c.Kind {
	case onrecord.KindDirect:
		return []onrecord.Span{c.Span}
	case onrecord.KindMixed:
	default:
		return nil
	}
	var parts []onrecord.Span
	begin, opened := c.Span.Start, false
	add := func(end int) {
		if end > begin {
			parts = append(parts, onrecord.Span{Start: begin, End: end})
		}
	}
	for i, r := range c.Text {
		at := c.Span.Start + i
		closes := r == '”' || r == '"' && opened
		switch {
		case closes && (opened || len(parts) == 0):
			add(at)
			opened = false
		case r == '“' || r == '"':
			begin, opened = at+len(string(r)), true
		}
	}
	if opened {
		add(c.Span.End)
	}
	return parts
}

// inTextOrder brings claims in the order in which their words stand.
func inTextOrder(claims []onrecord.Claim) {
	slices.SortStableFunc(claims, func(a, b onrecord.Claim) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}
