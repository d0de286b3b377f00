package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
)

// claim writes one statement: who and when, the words, where it stands, and
// notes on it.
func (p *printer) claim(lead string, c onrecord.Claim, highlights []onrecord.Span, notes ...string) {
	const indent = "   "
	who := cmp.Or(c.Speaker.Name, "(speaker not known)")
	if c.Speaker.Title != "" {
		who += ", " + c.Speaker.Title
	}
	when := cmp.Or(moment(c.When()), "no date")
	first := clean(lead)
	if first != "" {
		first += " "
	}
	p.wrap(first, indent, p.bold(when)+"  "+p.bold(who)+"  "+p.dim(c.Kind.String()))
	p.wrap(indent, indent, p.words(c, highlights))
	p.standing(indent, &c)
	p.list(indent, provenance(c))
	if c.ID != "" && c.Article.ID != "" {
		p.wrap(indent, indent, p.dim(c.Name()))
	}
	for _, note := range notes {
		p.wrap(indent, indent, p.dim(note))
	}
	p.line("")
}

// list writes parts with dots between them, as many on a line as there is room
// for.
func (p *printer) list(indent safe, parts []string) {
	line := ""
	for i, part := range parts {
		longer := part
		if i > 0 {
			longer = line + " · " + part
		}
		if i > 0 && columns(indent+clean(longer)) > p.width {
			p.wrap(indent, indent, p.dim(line))
			longer = part
		}
		line = longer
	}
	if line != "" {
		p.wrap(indent, indent, p.dim(line))
	}
}

// words writes what was said: behind the cue where the article has it so.
func (p *printer) words(c onrecord.Claim, highlights []onrecord.Span) safe {
	words := p.mark(c.Text, highlights)
	if c.Kind == onrecord.KindDirect {
		words = "“" + safe(strings.Trim(string(words), "“”\"")) + "”"
	}
	if cueFirst(c) {
		return p.dim(c.Cue+":") + " " + words
	}
	return words
}

// cueFirst reports whether the cue stands before the words: "According to the
// ministry, 41 have died", "she added that it was late".
func cueFirst(c onrecord.Claim) bool {
	return c.Cue != "" && !c.CueSpan.Empty() && c.CueSpan.Start < c.Span.Start
}

// moment writes a date as exactly as it is known, to the minute at the most.
func moment(d onrecord.Date) string {
	if d.Precision == onrecord.PrecisionInstant {
		return d.Time.UTC().Format("2006-01-02 15:04")
	}
	return d.String()
}

// provenance lists how, where and by whom the statement is told.
func provenance(c onrecord.Claim) []string {
	cue, published := c.Cue, ""
	if cueFirst(c) {
		cue = "" // it stands before the words
	}
	if c.Said.Known() {
		published = moment(c.Article.Published)
	}
	return parts(cue, named("at: ", c.Venue), named("when: ", c.SaidText), named("according to ", c.ReportedVia),
		c.Article.Outlet, named("published ", published), c.Article.URL)
}

// parts returns those that are not empty.
func parts(all ...string) []string {
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// named puts a name before what is not empty.
func named(name, value string) string {
	if value == "" {
		return ""
	}
	return name + value
}

// found writes how much there is, how much of it is different statements, how
// much is shown, and what was searched.
func (p *printer) found(total, different, shown int, c onrecord.Coverage) {
	if total == 0 {
		p.wrap("", "", clean("Nothing found. Searched: "+coverage(c)+"."))
		return
	}
	much := number(total, "statement")
	if different < total {
		much += fmt.Sprintf(", %s different", count(different))
	}
	if shown < different {
		much += fmt.Sprintf(", %s shown", count(shown))
	}
	p.wrap("", "", clean(fmt.Sprintf("%s; searched: %s.", much, coverage(c))))
	p.line("")
}

// repetitions tells of a statement that appears more than once how often, and
// where to see it.
func repetitions(g onrecord.Group) []string {
	if g.Claims < 2 {
		return nil
	}
	return []string{fmt.Sprintf("%s in %s of %s%s, %s: onrecord group %s", number(g.Claims, "appearance"),
		number(g.Articles, "article"), number(g.Outlets, "outlet"), gone(g), period(g.FirstSaid, g.LastSaid), onrecord.GroupName(g.ID))}
}

// gone tells how many appearances of a statement are no longer in their source.
func gone(g onrecord.Group) string {
	if g.Former == 0 {
		return ""
	}
	return fmt.Sprintf(" (%s no longer in the source)", count(g.Former))
}

// coverage says what was searched.
func coverage(c onrecord.Coverage) string {
	former := ""
	if c.FormerClaims > 0 {
		former = fmt.Sprintf(" (%s no longer in their source)", count(c.FormerClaims))
	}
	s := fmt.Sprintf("%s%s of %s from %s", number(c.Claims, "statement"), former, number(c.Articles, "article"), number(c.Outlets, "outlet"))
	if c.First.Known() {
		s += fmt.Sprintf(", %s to %s", c.First.Time.Format(time.DateOnly), c.Last.Time.Format(time.DateOnly))
	}
	if c.Undated > 0 {
		s += fmt.Sprintf(" (%s undated)", count(c.Undated))
	}
	return s
}

// facets writes the counts, a line for each property.
func (p *printer) facets(fields []onrecord.Field, counts map[onrecord.Field][]onrecord.FacetValue) {
	for _, f := range fields {
		var parts []string
		for _, v := range counts[f] {
			parts = append(parts, fmt.Sprintf("%s %s", v.Value, count(v.Count)))
		}
		name := strings.TrimSuffix(string(f), "_id")
		p.wrap("", "   ", p.bold(name+":")+" "+clean(strings.Join(parts, ", ")))
	}
	if len(fields) > 0 {
		p.line("")
	}
}
