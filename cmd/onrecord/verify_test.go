package main

import (
	"testing"

	"github.com/onrecord/onrecord"
)

func TestDiff(t *testing.T) {
	edits := []onrecord.QuoteEdit{
		{Op: onrecord.EditSame, QuoteText: "We\n will"},
		{Op: onrecord.EditDeleted, OriginalText: "not"},
		{Op: onrecord.EditReplaced, OriginalText: "lift", QuoteText: "\x1bkeep"},
		{Op: onrecord.EditOmitted, OriginalText: "all of", QuoteText: "[...]"},
		{Op: onrecord.EditBrackets, OriginalText: "them", QuoteText: "the bans]"},
		{Op: onrecord.EditBrackets, QuoteText: "very"},
		{Op: onrecord.EditInserted, QuoteText: "soon"},
		{Op: onrecord.EditOmitted, QuoteText: "…"},
	}
	for _, tt := range []struct {
		name  string
		color bool
		want  string
	}{
		{"without colour", false, "We will [-not-] [-lift-]{+␛keep+} […all of…] [the bans = them] [very] {+soon+} […]"},
		{"in colour", true, "We will \x1b[31;9mnot\x1b[0m \x1b[31;9mlift\x1b[0m \x1b[32;1m␛keep\x1b[0m \x1b[2m[…all of…]\x1b[0m \x1b[2m[the bans = them]\x1b[0m \x1b[2m[very]\x1b[0m \x1b[32;1msoon\x1b[0m \x1b[2m[…]\x1b[0m"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := &printer{color: tt.color}
			if got := string(p.diff(edits)); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}
