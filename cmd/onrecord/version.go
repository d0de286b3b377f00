package main

import (
	"fmt"
	"slices"
	"time"

	"github.com/spf13/pflag"

	"github.com/onrecord/onrecord"
)

// presentOnlyFlag is for commands that show statements of the index.
func presentOnlyFlag(flags *pflag.FlagSet, to *bool) {
	flags.BoolVar(to, "present-only", false, "leave out what its source does not have any more")
}

// shownWordings bounds the earlier wordings that are shown with a statement.
const shownWordings = 3

// standing tells what the source did to a statement since it was first taken
// in.
func (p *printer) standing(indent safe, c *onrecord.Claim) {
	since := c.Gone.Time.UTC().Format(time.DateOnly)
	switch {
	case c.State == onrecord.StateRemoved:
		p.wrap(indent, indent, p.bold("no longer in the source since "+since))
	case c.State == onrecord.StateEdited && c.Present != nil:
		p.wrap(indent, indent, p.bold("edited in the source since "+since+", now:")+" "+p.rewording(c.Present, c.Speaker.Name, c.Present.Speaker))
	}
	for _, w := range c.Earlier[:min(len(c.Earlier), shownWordings)] {
		until := w.Gone.Time.UTC().Format(time.DateOnly)
		p.wrap(indent, indent, p.bold("earlier wording, until "+until+":")+" "+p.rewording(&w, w.Speaker, c.Speaker.Name))
	}
	if more := len(c.Earlier) - shownWordings; more > 0 {
		p.wrap(indent, indent, p.dim("and "+number(more, "wording")+" before"))
	}
}

// rewording writes what was changed between two wordings: the words, or who is
// said to have said them.
func (p *printer) rewording(w *onrecord.ClaimWording, before, after string) safe {
	var words safe
	changes := func(e onrecord.QuoteEdit) bool { return e.Op != onrecord.EditSame }
	if before != after {
		words = clean("attributed to ") + p.changed("31;9", "[-", before, "-]") + p.changed("32;1", "{+", after, "+}") + " "
	}
	if slices.ContainsFunc(w.Edits, changes) {
		return words + p.diff(w.Edits)
	}
	return words + clean("“"+w.Text+"”")
}

// versions lists the versions of an article that has more than one.
func (p *printer) versions(h *onrecord.History) {
	if len(h.Versions) < 2 {
		return
	}
	p.line("%s", p.bold("Versions:"))
	for _, v := range h.Versions {
		shown := ""
		switch {
		case v.Version == h.Article.Version:
			shown = ", shown above"
		case !v.Kept:
			shown = ", text not kept"
		}
		title := ""
		if v.Title != h.Article.Title {
			title = fmt.Sprintf("; titled “%s”", v.Title)
		}
		p.wrap("   ", "      ", clean(fmt.Sprintf("%d, taken in %s: %s%s%s", v.Version, v.Ingested.UTC().Format("2006-01-02 15:04"), changes(v.Changes), shown, title)))
	}
	if h.Forgotten > 0 {
		p.line("   %s that earlier versions had were given up, as there were too many.", number(h.Forgotten, "statement"))
	}
	p.line("")
}

// changes writes what a version did to the statements of the one before.
func changes(c onrecord.ClaimChanges) string {
	return fmt.Sprintf("%s unchanged, %s edited, %s added, %s removed", count(c.Unchanged), count(c.Edited), count(c.Added), count(c.Removed))
}
