package setting

import (
	"strings"

	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

func wordSet(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	// occasions are what one speaks or writes at, in or on.
	occasions = wordSet(`interview interviews conference briefing speech address rally event forum debate hearing meeting town-hall hall summit statement
tweet tweets post posts letter email e-mail memo release op-ed blog article column essay podcast show program programme testimony remarks appearance call
conversation ceremony dinner fundraiser convention video message book filing ad newsletter session panel discussion roundtable lecture sermon broadcast
gathering reception luncheon breakfast talk visit stop affidavit lawsuit complaint text livestream monologue segment sitdown exchange report`)

	// slight are occasions that a place beside them tells more than.
	slight = wordSet("meeting visit call conversation appearance stop exchange session gathering")

	// posts are occasions named by their platform.
	posts = wordSet("post posts tweet tweets")

	venuePrepositions = wordSet("in at during on via")
)

// addressee finds the outlet that was spoken to: "told Harbour News".
func (f *finder) addressee() {
	switch f.d.Lower(f.s.Cue.End - 1) {
	case "told", "tells", "tell", "telling":
	default:
		return
	}
	i := f.s.Cue.End
	if f.d.Lower(i) == "the" {
		i++
	}
	if name, ok := f.outletAt(i); ok {
		f.found.Venue = name
	}
}

// outletAt returns the name of the outlet at token i.
func (f *finder) outletAt(i int) (string, bool) {
	m := f.article.At(i)
	if m < 0 || f.article.Mentions[m].Tokens.First != i {
		return "", false
	}
	n := &f.article.Mentions[m]
	e := &f.article.Entities[n.Entity]
	if e.Kind != names.Organization || !names.IsOutlet(e.Words) {
		return "", false
	}
	return f.d.String(n.Tokens), true
}

// venueAt reads a phrase of place that begins with the preposition at token i
// and ends before end; empty where there is none.
func (f *finder) venueAt(i, end int) string {
	if !venuePrepositions[f.d.Lower(i)] {
		return ""
	}
	first := i + 1
	definite := false
	switch f.d.Lower(first) {
	case "the":
		definite = true
		first++
	case "a", "an", "his", "her", "their", "its", "this", "one", "another":
		first++
	}
	head := f.occasion(first, end)
	if head < 0 {
		return f.namedVenue(first, end, definite)
	}
	first = f.skipDate(first, head)
	core := text.Range{First: first, End: head + 1}
	if posts[f.d.Lower(head)] {
		if p := f.platform(core); p != "" {
			return p
		}
	}
	if slight[f.d.Lower(head)] {
		if v := f.placeAfter(head+1, end); v != "" {
			return v
		}
	}
	return f.d.String(text.Range{First: first, End: f.postmodifier(head+1, end)})
}

// maxVenue bounds the words before the head of a venue.
const maxVenue = 8

// occasion returns the token of the occasion that the noun phrase from first
// on is about, -1 where it is about something else.
func (f *finder) occasion(first, end int) int {
	head := -1
	for k := first; k < end && k < first+maxVenue; k++ {
		w := f.d.Lower(k)
		if occasions[w] {
			head = k
			continue
		}
		if head >= 0 || !f.d.Is(k, text.Word) || stops[w] {
			break
		}
	}
	return head
}

var stops = wordSet(`in on at of for from with by to about that who which when while because as into over under after before during and or but is was said says told
he she they it we his her their`)

// skipDate goes over the date words at the beginning of a venue.
func (f *finder) skipDate(first, head int) int {
	for first < head && (isWeekday(f.d, first) || dayPart(f.d.Lower(first)) || months[f.d.Lower(first)] != 0 || f.d.Is(first, text.Number)) {
		first++
	}
	return first
}

func dayPart(w string) bool {
	switch w {
	case "morning", "afternoon", "evening", "night", "late-night", "early", "late", "'s", "recent", "separate":
		return true
	}
	return false
}

// platform returns the capitalised words before "post".
func (f *finder) platform(core text.Range) string {
	r := text.Range{First: core.First, End: core.First}
	for i := core.First; i < core.End-1; i++ {
		if !f.d.Is(i, text.Capital) {
			if r.Len() > 0 {
				break
			}
			r = text.Range{First: i + 1, End: i + 1}
			continue
		}
		r.End = i + 1
	}
	if r.Len() == 0 {
		return ""
	}
	return f.d.String(r)
}

// placeAfter returns the room or building that follows a slight occasion: "a
// meeting in the Harbour Room".
func (f *finder) placeAfter(i, end int) string {
	if w := f.d.Lower(i); w != "in" && w != "at" && w != "on" || i+2 >= end {
		return ""
	}
	if f.d.Lower(i+1) != "the" {
		return ""
	}
	return f.capitals(i+2, end)
}

func (f *finder) capitals(i, end int) string {
	k := f.nameEnd(i, end)
	if k == i {
		return ""
	}
	return f.d.String(text.Range{First: i, End: k})
}

// namedVenue returns a platform, programme or building that is a venue by its
// name: "on Twitter", "at the White House", "on “The Morning Hour”".
func (f *finder) namedVenue(first, end int, definite bool) string {
	if first >= end {
		return ""
	}
	if f.d.Is(first, text.Opens) {
		if q := f.d.Tokens[first].Quote; q >= 0 && f.showTitle(first) && f.d.Quotes[q].Close <= end {
			return f.d.String(f.d.Quotes[q].Inner())
		}
		return ""
	}
	m := f.article.At(first)
	if m < 0 {
		return ""
	}
	n := &f.article.Mentions[m]
	e := &f.article.Entities[n.Entity]
	if e.Kind != names.Organization || n.Tokens.First != first || n.Tokens.End > end {
		return ""
	}
	on := f.d.Lower(first-1) == "on" || f.d.Lower(first-1) == "the" && f.d.Lower(first-2) == "on" || f.d.Lower(first-1) == "via"
	if n.Possessive && f.d.Is(n.Tokens.End+1, text.Opens) && f.showTitle(n.Tokens.End+1) {
		if q := f.d.Tokens[n.Tokens.End+1].Quote; f.d.Quotes[q].Close <= end {
			return f.d.String(f.d.Quotes[q].Inner())
		}
	}
	if on && names.IsOutlet(e.Words) || definite && !on && names.IsBuilding(e.Words) {
		return f.d.String(n.Tokens)
	}
	return ""
}

// postmodifier returns the end of "with Harbour News", "in Sel" after an
// occasion.
func (f *finder) postmodifier(i, end int) int {
	w := f.d.Lower(i)
	if w != "with" && w != "in" && w != "on" && w != "at" && w != "to" && w != "before" {
		return i
	}
	k := i + 1
	if f.d.Lower(k) == "the" {
		k++
	}
	last := f.nameEnd(k, end)
	if last == k {
		return i
	}
	return last
}

// nameEnd returns the end of the name that begins at token i: capitals, what
// links them in the name of a body, and a possessor's name before another.
func (f *finder) nameEnd(i, end int) int {
	k := i
	for k < end {
		switch m := f.article.At(k); {
		case m >= 0 && f.article.Mentions[m].Tokens.End <= end:
			k = f.article.Mentions[m].Tokens.End
		case f.d.Is(k, text.Word|text.Capital) && weekdays[f.d.Lower(k)] == 0 && months[f.d.Lower(k)] == 0:
			k++
		case k > i && f.d.Lower(k) == "'s" && f.d.Is(k+1, text.Capital):
			k++
		default:
			return k
		}
	}
	return k
}

// via finds a second source: "…, he said, according to Harbour News", "as
// Harbour News reported".
func (f *finder) via() {
	if f.d.Lower(f.s.Cue.First) == "according" {
		return
	}
	sentence := f.d.SentenceOf(f.s.Cue.First)
	looked := 0
	for i := f.s.Cue.End; i+2 < sentence.End && looked < maxZone; i++ {
		if f.s.Content.Contains(i) {
			i = f.s.Content.End - 1
			continue
		}
		looked++
		if f.d.Tokens[i].Quote >= 0 {
			continue
		}
		if f.d.Lower(i) == "according" && f.d.Lower(i+1) == "to" {
			f.found.Via = f.sourceAt(i + 2)
			return
		}
	}
	if w := f.d.Lower(sentence.First); w == "as" {
		k := sentence.First + 1
		if f.d.Lower(k) == "the" {
			k++
		}
		if m := f.article.At(k); m >= 0 && f.article.Mentions[m].Tokens.End < f.s.Cue.First && reports(f.d.Lower(f.article.Mentions[m].Tokens.End)) {
			f.found.Via = f.sourceAt(k)
		}
	}
}

func reports(w string) bool { return w == "reported" || w == "reports" || w == "noted" || w == "first" }

// sourceAt returns the name that begins at token i, or after its article.
func (f *finder) sourceAt(i int) string {
	if w := f.d.Lower(i); w == "the" || w == "a" {
		i++
	}
	m := f.article.At(i)
	if m < 0 {
		return ""
	}
	e := &f.article.Entities[f.article.Mentions[m].Entity]
	switch e.Kind {
	case names.Organization, names.Unknown, names.Person:
		return e.Name
	}
	return ""
}
