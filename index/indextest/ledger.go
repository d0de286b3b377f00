package indextest

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// corrected returns the next revision of a versioned record: its first claim
// corrected, and a dormant correction of a claim that it does not have.
func corrected(r onrecord.Record) onrecord.Record {
	r.Revision++
	made := time.Date(2025, 6, 1, 12, 0, 0, 500, time.UTC)
	c := onrecord.Correction{Version: 1, Made: made, Note: "checked the tape", Changes: []onrecord.Change{
		{Field: onrecord.ClaimText, Before: r.Claims[0].Text, After: "no peace"},
		{Field: onrecord.ClaimSpeaker, After: "Mara Velden"},
	}}
	r.Claims[0].Text, r.Claims[0].Speaker = "no peace", onrecord.Speaker{ID: "mara-velden", Name: "Mara Velden"}
	r.Claims[0].Corrections = []onrecord.Correction{c}
	r.Corrections = map[string][]onrecord.Correction{r.Claims[0].ID: {c}, "dormant": {{Version: 1, Made: made}, {Version: 2, Made: made}}}
	return r
}

// testCorrections writes a record again without a new version of its article.
func testCorrections(t *testing.T, x onrecord.Index) {
	first := versioned("a1", 1)
	put(t, x, first)
	second := corrected(first)
	put(t, x, second)
	if err := x.Put(t.Context(), second); !errors.Is(err, onrecord.ErrConflict) {
		t.Errorf("the same revision again: got error %v, want ErrConflict", err)
	}
	o := oracle{"a1": second}
	checkStore(t, x, o, 10)
	checkCoverage(t, x, o, "mara-velden")
	checkSearch(t, x, o, onrecord.Request{
		Query: match(onrecord.FieldSpeaker, "velden", 0), Order: onrecord.OrderOldest, Limit: 10,
		Facets: []onrecord.Field{onrecord.FieldSpeakerAs}, FacetSize: 10,
	})
	got, err := x.Record(t.Context(), "a1")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(second, got, equal); diff != "" {
		t.Errorf("Record (-want +got):\n%s", diff)
	}
}

// testValues compares the values of the keyword fields with the oracle's
// facets, after articles have changed and gone.
func testValues(t *testing.T, x onrecord.Index) {
	g := newGenerator(5)
	o := oracle{}
	for _, step := range []struct {
		id       string
		revision int
	}{{"a", 1}, {"b", 1}, {"c", 1}, {"a", 2}, {"d", 1}} {
		r := g.record(step.id, step.revision)
		put(t, x, r)
		o[step.id] = r
	}
	if err := x.Delete(t.Context(), "b"); err != nil {
		t.Fatal(err)
	}
	delete(o, "b")
	for _, field := range []onrecord.Field{onrecord.FieldSpeakerID, onrecord.FieldSpeakerAs, onrecord.FieldOutlet, onrecord.FieldMonth} {
		got, err := x.Values(t.Context(), field)
		if err != nil {
			t.Fatal(err)
		}
		counts := o.facets(onrecord.Request{Facets: []onrecord.Field{field}, FacetSize: 1000}, o.claims())[field]
		want := map[string]int{}
		for _, v := range counts {
			want[v.Value] = v.Count
		}
		last := ""
		for _, v := range got {
			if v.Value <= last || want[v.Value] != v.Count {
				t.Errorf("%s: %q has %d, want %d; after %q", field, v.Value, v.Count, want[v.Value], last)
			}
			last = v.Value
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d values, want %d", field, len(got), len(want))
		}
	}
	if _, err := x.Values(t.Context(), onrecord.FieldText); !errors.Is(err, onrecord.ErrInvalid) {
		t.Errorf("Values of a field that is no keyword: got error %v, want ErrInvalid", err)
	}
}

func entry(kind, id string, version int, data string) onrecord.Entry {
	return onrecord.Entry{Kind: kind, ID: id, Version: version, Data: []byte(data)}
}

// checkEntries checks that these are all entries of a kind.
func checkEntries(t *testing.T, x onrecord.Index, name, kind string, want ...onrecord.Entry) {
	t.Helper()
	got, err := x.Entries(t.Context(), kind)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if diff := cmp.Diff(want, got, equal); diff != "" {
		t.Errorf("%s: entries (-want +got):\n%s", name, diff)
	}
}

// testLedger takes entries through their life, beside a record.
func testLedger(t *testing.T, x onrecord.Index) {
	put(t, x, versioned("a1", 1))
	checkEntries(t, x, "nothing", "speaker")
	odd := entry("other", "articles/a1/claims/c0", 1, "\x00\xff")
	steps := []struct {
		name    string
		entries []onrecord.Entry
		want    error
		stored  []onrecord.Entry // of kind speaker, afterwards
	}{
		{"none", nil, nil, nil},
		{"second version of nothing", []onrecord.Entry{entry("speaker", "b", 2, "x")}, onrecord.ErrConflict, nil},
		{"two at once", []onrecord.Entry{entry("speaker", "b", 1, "x"), entry("speaker", "a b", 1, "")}, nil,
			[]onrecord.Entry{entry("speaker", "a b", 1, ""), entry("speaker", "b", 1, "x")}},
		{"one of two is late", []onrecord.Entry{entry("speaker", "b", 2, "y"), entry("speaker", "a b", 1, "y")}, onrecord.ErrConflict,
			[]onrecord.Entry{entry("speaker", "a b", 1, ""), entry("speaker", "b", 1, "x")}},
		{"the next version", []onrecord.Entry{entry("speaker", "b", 2, "y")}, nil,
			[]onrecord.Entry{entry("speaker", "a b", 1, ""), entry("speaker", "b", 2, "y")}},
		{"another kind", []onrecord.Entry{odd}, nil,
			[]onrecord.Entry{entry("speaker", "a b", 1, ""), entry("speaker", "b", 2, "y")}},
	}
	for _, step := range steps {
		if err := x.Enter(t.Context(), step.entries...); !errors.Is(err, step.want) {
			t.Errorf("%s: got error %v, want %v", step.name, err, step.want)
		}
		checkEntries(t, x, step.name, "speaker", step.stored...)
	}
	checkEntries(t, x, "odd", "other", odd)
	checkStored(t, x, "beside a ledger", "a1", 1)

	const rivals = 8
	errs := make([]error, rivals)
	var all sync.WaitGroup
	for rival := range rivals {
		all.Go(func() { errs[rival] = x.Enter(t.Context(), entry("speaker", "rival", 1, "z")) })
	}
	all.Wait()
	succeeded := 0
	for _, err := range errs {
		if err == nil {
			succeeded++
		} else if !errors.Is(err, onrecord.ErrConflict) {
			t.Errorf("rival: got error %v, want ErrConflict", err)
		}
	}
	if succeeded != 1 {
		t.Errorf("%d rivals succeeded, want 1", succeeded)
	}
}

// testInvalidEntries enters what cannot be stored.
func testInvalidEntries(t *testing.T, x onrecord.Index) {
	good := entry("speaker", "a", 1, "x")
	for name, bad := range map[string]onrecord.Entry{
		"no kind":          {ID: "b", Version: 1},
		"kind with a sign": {Kind: "a/b", ID: "b", Version: 1},
		"long kind":        {Kind: strings.Repeat("a", onrecord.MaxEntryKind+1), ID: "b", Version: 1},
		"no ID":            {Kind: "speaker", Version: 1},
		"long ID":          {Kind: "speaker", ID: strings.Repeat("b", onrecord.MaxEntryID+1), Version: 1},
		"no version":       {Kind: "speaker", ID: "b"},
		"long":             {Kind: "speaker", ID: "b", Version: 1, Data: make([]byte, onrecord.MaxEntryBytes+1)},
		"twice the same":   good,
	} {
		if err := x.Enter(t.Context(), good, bad); !errors.Is(err, onrecord.ErrInvalid) {
			t.Errorf("%s: got error %v, want ErrInvalid", name, err)
		}
	}
	checkEntries(t, x, "invalid", "speaker")
}
