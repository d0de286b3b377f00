package indextest

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// versioned returns a record whose every claim tells its version, with as many
// claims as the version says.
func versioned(id string, version int) onrecord.Record {
	info := onrecord.ArticleInfo{ID: id, Version: version, Published: onrecord.Day(2025, 5, version%28+1)}
	r := onrecord.Record{Article: onrecord.Article{ArticleInfo: info, Text: fmt.Sprintf("version %d", version)}, Revision: version}
	for claim := range version {
		r.Claims = append(r.Claims, onrecord.Claim{
			ID: fmt.Sprintf("c%d", claim), Article: info, Text: fmt.Sprintf("peace in version %d", version),
		})
	}
	return r
}

// testVersions takes one article through its life.
func testVersions(t *testing.T, x onrecord.Index) {
	const id = "a1"
	steps := []struct {
		name    string
		version int // 0: delete
		want    error
		stored  int // version afterwards, 0: none
	}{
		{"delete what is not there", 0, onrecord.ErrNotFound, 0},
		{"second version of nothing", 2, onrecord.ErrConflict, 0},
		{"first version", 1, nil, 1},
		{"first version again", 1, onrecord.ErrConflict, 1},
		{"a version left out", 3, onrecord.ErrConflict, 1},
		{"second version", 2, nil, 2},
		{"third version", 3, nil, 3},
		{"an old version", 2, onrecord.ErrConflict, 3},
		{"delete", 0, nil, 0},
		{"delete again", 0, onrecord.ErrNotFound, 0},
		{"next version of what is deleted", 4, onrecord.ErrConflict, 0},
		{"first version after all", 1, nil, 1},
	}
	for _, step := range steps {
		var err error
		if step.version == 0 {
			err = x.Delete(t.Context(), id)
		} else {
			err = x.Put(t.Context(), versioned(id, step.version))
		}
		if !errors.Is(err, step.want) {
			t.Errorf("%s: got error %v, want %v", step.name, err, step.want)
		}
		checkStored(t, x, step.name, id, step.stored)
	}
}

// checkStored checks that a version of a versioned record is all there is.
func checkStored(t *testing.T, x onrecord.Index, name, id string, version int) {
	t.Helper()
	o := oracle{}
	if version > 0 {
		o[id] = versioned(id, version)
	} else if _, err := x.Record(t.Context(), id); !errors.Is(err, onrecord.ErrNotFound) {
		t.Errorf("%s: Record: got error %v, want ErrNotFound", name, err)
	}
	checkStore(t, x, o, 10)
	checkCoverage(t, x, o, "")
	checkSearch(t, x, o, onrecord.Request{
		Query: match(onrecord.FieldText, "peace", 0), Order: onrecord.OrderOldest, Limit: 10,
		Facets: []onrecord.Field{onrecord.FieldMonth}, FacetSize: 10,
	})
}

// testWholeRecords reads back everything that a record can hold.
func testWholeRecords(t *testing.T, x onrecord.Index) {
	bare := onrecord.Record{Article: onrecord.Article{ArticleInfo: onrecord.ArticleInfo{ID: "bare", Version: 1}}, Revision: 1}
	odd := versioned("odd", 3)
	odd.Article.Text = "not UTF-8: \xff, a zero byte: \x00, and 和平"
	odd.Article.Outlet = "\xff"
	odd.Claims[0].Text = odd.Article.Text
	odd.Claims[1].Confidence = 0.1
	slices.Reverse(odd.Claims) // the order put is the order of the text, whatever the IDs
	odd.Article.Version, odd.Revision = 1, 1
	for i := range odd.Claims {
		odd.Claims[i].Article = odd.Article.ArticleInfo
	}
	g := newGenerator(4)
	records := []onrecord.Record{bare, odd, g.record("full", 1)}
	put(t, x, records...)
	for _, want := range records {
		got, err := x.Record(t.Context(), want.Article.ID)
		if err != nil {
			t.Errorf("Record(%s): %v", want.Article.ID, err)
		}
		if diff := cmp.Diff(want, got, equal); diff != "" {
			t.Errorf("Record(%s) (-want +got):\n%s", want.Article.ID, diff)
		}
	}
	for _, id := range []string{"", "none", "bar", "odd/claims/c0"} {
		if _, err := x.Record(t.Context(), id); !errors.Is(err, onrecord.ErrNotFound) {
			t.Errorf("Record(%q): got error %v, want ErrNotFound", id, err)
		}
	}
}

// testRivals lets several writers put the same next version at the same time:
// one of them succeeds, each time.
func testRivals(t *testing.T, x onrecord.Index) {
	const rivals = 8
	for version := 1; version <= 5; version++ {
		errs := make([]error, rivals)
		var all sync.WaitGroup
		for rival := range rivals {
			all.Go(func() { errs[rival] = x.Put(t.Context(), versioned("a1", version)) })
		}
		all.Wait()
		succeeded := 0
		for _, err := range errs {
			switch {
			case err == nil:
				succeeded++
			case !errors.Is(err, onrecord.ErrConflict):
				t.Errorf("version %d: got error %v, want ErrConflict", version, err)
			}
		}
		if succeeded != 1 {
			t.Errorf("version %d: %d writers succeeded, want 1", version, succeeded)
		}
		checkStored(t, x, "rivals", "a1", version)
	}
}

// testReadersAndWriters writes articles side by side while readers check that
// what they see of each is of one version and whole.
func testReadersAndWriters(t *testing.T, x onrecord.Index) {
	const articles, versions = 6, 8
	var writers, readers sync.WaitGroup
	written := make(chan struct{})
	for article := range articles {
		id := fmt.Sprintf("a%d", article)
		writers.Go(func() {
			for version := 1; version <= versions; version++ {
				if err := x.Put(t.Context(), versioned(id, version)); err != nil {
					t.Errorf("Put(%s, %d): %v", id, version, err)
				}
				checkSeen(t, x, id, version) // read what was just written
			}
		})
		readers.Go(func() {
			for seen := 0; ; {
				seen = checkSeen(t, x, id, seen)
				select {
				case <-written:
					return
				default:
				}
			}
		})
	}
	writers.Wait()
	close(written)
	readers.Wait()
}

// checkSeen checks that an article is whole, in Record and in Search, and at
// least of a version. It returns the version seen.
func checkSeen(t *testing.T, x onrecord.Index, id string, least int) int {
	r, err := x.Record(t.Context(), id)
	if err != nil && (least > 0 || !errors.Is(err, onrecord.ErrNotFound)) {
		t.Errorf("Record(%s): %v", id, err)
	}
	if version := r.Article.Version; version < least || len(r.Claims) != version {
		t.Errorf("Record(%s): version %d with %d claims, after version %d", id, version, len(r.Claims), least)
	}
	result, err := x.Search(t.Context(), onrecord.Request{Query: anyOf(onrecord.FieldArticle, id), Limit: 100})
	if err != nil {
		t.Errorf("Search: %v", err)
		return least
	}
	for i := range result.Claims {
		if version := result.Claims[i].Article.Version; version != len(result.Claims) {
			t.Errorf("Search: %d claims of %s, one of version %d", len(result.Claims), id, version)
		}
	}
	return max(least, len(result.Claims))
}
