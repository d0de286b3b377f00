package index

import (
	"fmt"
	"testing"
)

// TestRecentPostingsAreBounded asks for very many terms, and for one of them over
// and over.
func TestRecentPostingsAreBounded(t *testing.T) {
	x := openIndex(t, "")
	if err := x.Put(t.Context(), sampleRecord("a", 1)); err != nil {
		t.Fatal(err)
	}
	v, err := x.view()
	if err != nil {
		t.Fatal(err)
	}
	defer v.close()
	r := newRecentPostings(v.segments[0].segment)
	often := fieldTerm{"text", "often"}
	r.put(often, noPosting)
	for i := range 10 * leastRecent {
		r.put(fieldTerm{"text", fmt.Sprint(i)}, noPosting)
		if r.get(often) == nil {
			t.Fatalf("a term that is asked for all the time is gone after %d others", i+1)
		}
		if kept := len(r.young) + len(r.old); kept > leastRecent {
			t.Fatalf("%d are kept of %d, want %d at most", kept, i+2, leastRecent)
		}
	}
	if r.get(fieldTerm{"text", "0"}) != nil {
		t.Error("the first of many is still there")
	}
}
