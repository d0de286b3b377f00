package zapfile

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"
	segmentapi "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
	"github.com/google/go-cmp/cmp"
)

var testFields = []Field{
	{Name: "_id", Options: bleveindex.IndexField | bleveindex.StoreField},
	{Name: "counted", Options: bleveindex.IndexField, Counted: true},
	{Name: "kept", Options: bleveindex.StoreField},
	{Name: "more", Options: bleveindex.StoreField},
	{Name: "never", Options: bleveindex.IndexField | bleveindex.SkipFreqNorm},
	{Name: "words", Options: bleveindex.IndexField | bleveindex.SkipFreqNorm},
}

// testDocuments are so many with words from very frequent to unique.
func testDocuments(random *rand.Rand, prefix string, n int) []Document {
	documents := make([]Document, n)
	for i := range documents {
		d := &documents[i]
		d.ID = fmt.Sprintf("%s%06d", prefix, random.IntN(1<<19)*n+i)
		if random.IntN(3) > 0 {
			d.Stored = append(d.Stored, Stored{2, []byte(fmt.Sprint("value of ", d.ID))})
		}
		if random.IntN(3) > 0 {
			d.Stored = append(d.Stored, Stored{3, bytes.Repeat([]byte{byte(i)}, random.IntN(300))})
		}
		words := []string{fmt.Sprint("run", i/100)}
		if i%10 == 0 {
			words = append(words, "unique"+d.ID)
		}
		for range random.IntN(12) {
			words = append(words, fmt.Sprint("w", random.IntN(1+random.IntN(1000))))
		}
		if random.IntN(2) > 0 {
			words = append(words, "half")
		}
		d.Terms = append(d.Terms, Terms{5, words})
		var counted []string
		for range random.IntN(4) {
			counted = append(counted, fmt.Sprint("c", random.IntN(3)))
		}
		d.Terms = append(d.Terms, Terms{1, counted})
	}
	return documents
}

// A bleveDocument is a Document as zap's own writer takes it.
type bleveDocument struct{ *Document }

func (d bleveDocument) ID() string                                      { return d.Document.ID }
func (d bleveDocument) Size() int                                       { return 0 }
func (d bleveDocument) AddIDField()                                     {}
func (d bleveDocument) StoredFieldsBytes() uint64                       { return 0 }
func (d bleveDocument) Indexed() bool                                   { return true }
func (d bleveDocument) NumPlainTextBytes() uint64                       { return 0 }
func (d bleveDocument) HasComposite() bool                              { return false }
func (d bleveDocument) VisitComposite(bleveindex.CompositeFieldVisitor) {}
func (d bleveDocument) VisitFields(visit bleveindex.FieldVisitor) {
	visit(&bleveField{field: 0, value: []byte(d.Document.ID), terms: []string{d.Document.ID}})
	for _, s := range d.Stored {
		visit(&bleveField{field: s.Field, value: s.Value})
	}
	for _, t := range d.Terms {
		visit(&bleveField{field: t.Field, terms: t.Terms})
	}
}

type bleveField struct {
	field int
	value []byte
	terms []string
}

func (f *bleveField) Name() string                             { return testFields[f.field].Name }
func (f *bleveField) Value() []byte                            { return f.value }
func (f *bleveField) ArrayPositions() []uint64                 { return nil }
func (f *bleveField) EncodedFieldType() byte                   { return storedType }
func (f *bleveField) Analyze()                                 {}
func (f *bleveField) Options() bleveindex.FieldIndexingOptions { return testFields[f.field].Options }
func (f *bleveField) AnalyzedLength() int                      { return len(f.terms) }
func (f *bleveField) NumPlainTextBytes() uint64                { return 0 }
func (f *bleveField) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies {
	all := bleveindex.TokenFrequencies{}
	for _, term := range f.terms {
		if all[term] == nil {
			all[term] = &bleveindex.TokenFreq{Term: []byte(term)}
		}
		if !f.Options().SkipFreqNorm() {
			all[term].SetFrequency(all[term].Frequency() + 1)
		}
	}
	return all
}

// contents is all that can be read of a segment.
type contents struct {
	Stored   []string                       // by document: fields and values
	Postings map[string]map[string][]uint32 // by field and term
	Counts   map[string][]string            // by term of the counted field
}

func contentsOf(t *testing.T, s segmentapi.Segment) contents {
	t.Helper()
	c := contents{Postings: map[string]map[string][]uint32{}, Counts: map[string][]string{}}
	for document := range s.Count() {
		var values []byte
		name := ""
		err := s.VisitStoredFields(document, func(field string, _ byte, value []byte, _ []uint64) bool {
			if field == "_id" {
				name = string(value)
			}
			values = append(append(append(append(values, field...), '='), value...), '\n')
			return true
		})
		if err != nil {
			t.Fatal(err)
		}
		if id, err := s.DocID(document); err != nil || string(id) != name {
			t.Fatalf("document %d: got the name %q, %v, want %q", document, id, err, name)
		}
		c.Stored = append(c.Stored, string(values))
	}
	for _, f := range testFields {
		c.Postings[f.Name] = map[string][]uint32{}
		dictionary, err := s.Dictionary(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		for iterator := dictionary.AutomatonIterator(nil, nil, nil); ; {
			entry, err := iterator.Next()
			if err != nil {
				t.Fatal(err)
			}
			if entry == nil {
				break
			}
			list, err := dictionary.PostingsList([]byte(entry.Term), nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			for postings := list.Iterator(f.Counted, f.Counted, false, nil); ; {
				posting, err := postings.Next()
				if err != nil {
					t.Fatal(err)
				}
				if posting == nil {
					break
				}
				c.Postings[f.Name][entry.Term] = append(c.Postings[f.Name][entry.Term], uint32(posting.Number()))
				if f.Counted {
					c.Counts[entry.Term] = append(c.Counts[entry.Term], fmt.Sprint(posting.Frequency(), posting.Norm()))
				}
			}
		}
	}
	return c
}

// build returns a segment as this package and as zap writes it.
func build(t *testing.T, documents []Document) (ours, theirs segmentapi.Segment) {
	t.Helper()
	built, err := Build(testFields, documents)
	if err != nil {
		t.Fatal(err)
	}
	ours, err = zap.InitSegmentBase(built.Bytes, built.CRC, zap.DefaultChunkMode, uint64(len(documents)), built.StoredIndex, built.SectionsIndex, nil, new(segmentapi.Stats))
	if err != nil {
		t.Fatal(err)
	}
	others := make([]bleveindex.Document, len(documents))
	for i := range documents {
		others[i] = bleveDocument{&documents[i]}
	}
	if theirs, _, err = new(zap.ZapPlugin).New(others); err != nil {
		t.Fatal(err)
	}
	return ours, theirs
}

// TestSameAsZap builds and merges segments and compares what is in them with
// what zap makes of the same.
func TestSameAsZap(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var files [][]byte
	var theirs []segmentapi.Segment
	var drops []*roaring.Bitmap
	for i, n := range []int{1, 700, 66_000, 3} {
		our, their := build(t, testDocuments(random, fmt.Sprint("d", i, "-"), n))
		compare(t, contentsOf(t, their), contentsOf(t, our))
		var file bytes.Buffer
		if _, err := our.(*zap.SegmentBase).WriteTo(&file); err != nil {
			t.Fatal(err)
		}
		dropped := roaring.New()
		for document := range n {
			if n > 10 && random.IntN(4) == 0 {
				dropped.Add(uint32(document))
			}
		}
		files, theirs, drops = append(files, file.Bytes()), append(theirs, their), append(drops, dropped)
	}
	for _, drops := range [][]*roaring.Bitmap{make([]*roaring.Bitmap, len(files)), drops} {
		path := filepath.Join(t.TempDir(), "ours")
		var merged bytes.Buffer
		numbers, err := Merge(&merged, testFields, files, drops, func() error { return nil })
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, merged.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		zapPath := filepath.Join(t.TempDir(), "theirs")
		wantNumbers, _, err := new(zap.ZapPlugin).Merge(theirs, drops, zapPath, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.EqualFunc(numbers, wantNumbers, slices.Equal) {
			t.Error("documents have other numbers than zap gives")
		}
		ours, want := open(t, path), open(t, zapPath)
		compare(t, contentsOf(t, want), contentsOf(t, ours))
		checkWords(t, ours)
		checkWords(t, want)
		again, err := read(ours.(*zap.Segment).Data(), testFields)
		if err != nil || again.documents != ours.Count() {
			t.Errorf("a merged segment is not read again: %v", err)
		}
	}
}

func compare(t *testing.T, want, got contents) {
	t.Helper()
	if reflect.DeepEqual(want, got) { // in a hundredth of cmp's time
		return
	}
	diff := cmp.Diff(want, got)
	t.Fatalf("%d documents (-zap +ours):\n%s", len(want.Stored), diff[:min(len(diff), 2000)])
}

func open(t *testing.T, path string) segmentapi.Segment {
	t.Helper()
	s, err := new(zap.ZapPlugin).Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// FuzzBitmap compares the bitmap of any documents with roaring's.
func FuzzBitmap(f *testing.F) {
	f.Add(uint64(1), uint32(10), uint32(1))
	f.Add(uint64(2), uint32(100_000), uint32(2))
	f.Add(uint64(3), uint32(9000), uint32(7))
	f.Add(uint64(4), uint32(5), uint32(70_000))
	f.Fuzz(func(t *testing.T, seed uint64, n, step uint32) {
		random := rand.New(rand.NewPCG(seed, 0))
		var documents []uint32
		for document := random.Uint32N(1 << 17); len(documents) < int(n%(1<<18))+1; {
			documents = append(documents, document)
			if document += 1; random.IntN(3) == 0 {
				document += random.Uint32N(step%(1<<17) + 1)
			}
		}
		coded := appendBitmap([]byte("before"), documents)[len("before"):]
		read := roaring.New()
		if n, err := read.FromBuffer(coded); err != nil || int(n) != len(coded) || !slices.Equal(read.ToArray(), documents) {
			t.Fatalf("roaring reads %d of %d bytes, %v, and %d documents, want %d", n, len(coded), err, read.GetCardinality(), len(documents))
		}
		theirs := roaring.BitmapOf(documents...)
		if seed%2 == 0 {
			theirs.RunOptimize()
		}
		bytes, err := theirs.ToBytes()
		if err != nil {
			t.Fatal(err)
		}
		var got []uint32
		if err := eachIn(bytes, func(document uint32) { got = append(got, document) }); err != nil || !slices.Equal(got, documents) {
			t.Fatalf("read %d of %d documents, %v", len(got), len(documents), err)
		}
	})
}

// FuzzEachIn reads any bytes as a bitmap: reading ends.
func FuzzEachIn(f *testing.F) {
	f.Add(appendBitmap(nil, []uint32{1, 2, 3, 70_000}))
	f.Fuzz(func(t *testing.T, data []byte) {
		_ = eachIn(data, func(uint32) {})
	})
}
