package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/ingest"
)

// tally counts what an ingest did.
type tally struct {
	Articles   int `json:"articles"` // all of them
	Created    int `json:"created"`
	Changed    int `json:"changed"`
	Unchanged  int `json:"unchanged"`
	Refreshed  int `json:"refreshed"`
	Refused    int `json:"refused"`
	PassedOver int `json:"passedOver"` // no articles, and not among all of them
	NotFetched int `json:"notFetched"` // links, likewise
	Undated    int `json:"undated"`    // taken in, and without a published date
	Statements int `json:"statements"`
	// Of the changed ones: statements that the source now has in other words, or
	// not any more.
	Edited        int            `json:"edited"`
	Removed       int            `json:"removed"`
	IgnoredFields map[string]int `json:"ignoredFields"` // articles by the name of a field
}

// maxIgnored bounds the names of fields that are counted.
const maxIgnored = 100

// add counts an item by its acknowledgement.
func (t *tally) add(s sent, a client.Ack) {
	switch {
	case errors.Is(a.Err, ingest.ErrPassedOver):
		t.PassedOver++
		return
	case errors.Is(a.Err, ingest.ErrNotFetched):
		t.NotFetched++
		return
	}
	t.Articles++
	t.Statements += a.Claims
	if a.Undated {
		t.Undated++
	}
	switch {
	case a.Err != nil:
		t.Refused++
	case a.Outcome == onrecord.OutcomeCreated:
		t.Created++
	case a.Outcome == onrecord.OutcomeUpdated:
		t.Changed++
		t.Edited, t.Removed = t.Edited+a.Changes.Edited, t.Removed+a.Changes.Removed
	case a.Outcome == onrecord.OutcomeRefreshed:
		t.Refreshed++
	default:
		t.Unchanged++
	}
	for _, name := range s.ignored {
		if _, known := t.IgnoredFields[name]; known || len(t.IgnoredFields) < maxIgnored {
			t.IgnoredFields[name]++
		}
	}
}

// String writes the counts for people.
func (t *tally) String() string {
	refreshed, changed, undated := "", "", ""
	if t.Refreshed > 0 {
		refreshed = fmt.Sprintf(" (and %s with statements found anew)", count(t.Refreshed))
	}
	if t.Edited+t.Removed > 0 {
		changed = fmt.Sprintf(" (in their sources %s edited, %s removed)", count(t.Edited), count(t.Removed))
	}
	if t.Undated > 0 {
		undated = fmt.Sprintf("; %s without a date", count(t.Undated))
	}
	others := ""
	if t.PassedOver > 0 {
		others = fmt.Sprintf(" Passed over: %s.", number(t.PassedOver, "item"))
	}
	if t.NotFetched > 0 {
		others += fmt.Sprintf(" Not fetched: %s.", number(t.NotFetched, "link"))
	}
	return fmt.Sprintf("%s: %s new, %s changed, %s unchanged%s, %s refused; %s%s%s.%s", number(t.Articles, "article"),
		count(t.Created), count(t.Changed), count(t.Unchanged), refreshed, count(t.Refused), number(t.Statements, "statement"), changed, undated, others)
}

// items counts all items, those included that are no articles.
func (t *tally) items() int { return t.Articles + t.PassedOver + t.NotFetched }

// tellIgnored lists the names of ignored fields, the most frequent first.
func tellIgnored(counts map[string]int) string {
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	for i, name := range names {
		names[i] = fmt.Sprintf("%s (%s)", name, number(counts[name], "article"))
	}
	return "ignored, as articles have no such fields: " + strings.Join(names, ", ")
}
