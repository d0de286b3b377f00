package zapfile

import (
	"fmt"
	"strings"
	"testing"

	segmentapi "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
	"github.com/google/go-cmp/cmp"
)

// checkWords compares the words of a file with what zap reads of it.
func checkWords(t *testing.T, s segmentapi.Segment) {
	t.Helper()
	want, got := contentsOf(t, s), contents{Postings: map[string]map[string][]uint32{}, Counts: map[string][]string{}}
	for _, f := range testFields {
		got.Postings[f.Name] = map[string][]uint32{}
		eachWordOf(t, s, f, "", "", func(word string, document, times uint32) {
			got.Postings[f.Name][word] = append(got.Postings[f.Name][word], document)
			if f.Counted {
				got.Counts[word] = append(got.Counts[word], fmt.Sprint(times))
			}
		})
	}
	for word, counts := range want.Counts {
		for i := range counts {
			want.Counts[word][i], _, _ = strings.Cut(counts[i], " ") // without the norm
		}
	}
	if diff := cmp.Diff(want.Postings, got.Postings); diff != "" {
		t.Errorf("postings (-zap +words):\n%s", diff[:min(len(diff), 2000)])
	}
	if diff := cmp.Diff(want.Counts, got.Counts); diff != "" {
		t.Errorf("counts (-zap +words):\n%s", diff[:min(len(diff), 2000)])
	}
	eachWordOf(t, s, testFields[5], "w1", "w2", func(word string, _, _ uint32) {
		if !strings.HasPrefix(word, "w1") {
			t.Errorf("%q is not from w1 to w2", word)
		}
	})
}

// eachWordOf calls visit with the postings of a field's words from one to another.
func eachWordOf(t *testing.T, s segmentapi.Segment, f Field, from, to string, visit func(word string, document, times uint32)) {
	t.Helper()
	file := s.(*zap.Segment)
	at, err := file.DictAddr(f.Name)
	if err != nil {
		return // the field has no words
	}
	words, err := WordsAt(file.Data(), at, f.Counted)
	if err != nil {
		t.Fatal(err)
	}
	var end []byte
	if to != "" {
		end = []byte(to)
	}
	err = words.Each([]byte(from), end, func(word []byte, p *Posting) error {
		if f.Counted {
			return p.EachCount(func(document, times uint32) { visit(string(word), document, times) })
		}
		return p.Each(func(document uint32) { visit(string(word), document, 0) })
	})
	if err != nil {
		t.Fatal(err)
	}
}
