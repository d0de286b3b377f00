package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/onrecord/onrecord"
)

// corpus makes articles of ten claims with words as unevenly frequent as those
// of a language are.
type corpus struct {
	random *rand.Rand
	words  *rand.Zipf
}

func newCorpus(seed uint64) *corpus {
	random := rand.New(rand.NewPCG(seed, 0))
	return &corpus{random: random, words: rand.NewZipf(random, 1.1, 20, 40_000)}
}

// word returns the word of a rank: rank 0 is the most frequent.
func word(rank uint64) string {
	syllables := [...]string{"ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "pha", "dre", "sti", "gro", "klu", "wen"}
	var b strings.Builder
	for rank += 16; rank > 0; rank /= 16 {
		b.WriteString(syllables[rank%16])
	}
	return b.String()
}

func (c *corpus) text(words int) string {
	all := make([]string, words)
	for i := range all {
		all[i] = word(c.words.Uint64())
	}
	return strings.Join(all, " ")
}

func (c *corpus) record(number int) onrecord.Record {
	info := onrecord.ArticleInfo{
		ID: fmt.Sprintf("a%09d", number), URL: fmt.Sprintf("https://herald.example/news/%d", number), Version: 1,
		Outlet: fmt.Sprintf("Outlet %d", c.random.IntN(200)), Title: c.text(8), Language: "en",
		Hash: strings.Repeat("0123456789abcdef", 4), Published: onrecord.Day(2023, 1, 1+c.random.IntN(1000)), Ingested: time.Unix(1, 0).UTC(),
	}
	r := onrecord.Record{Article: onrecord.Article{ArticleInfo: info, Text: c.text(500)}, Revision: 1}
	for claim := range 10 {
		speaker := c.random.IntN(1 + c.random.IntN(5000))
		text := c.text(8 + c.random.IntN(20))
		r.Claims = append(r.Claims, onrecord.Claim{
			ID: fmt.Sprintf("c%d", claim), Article: info, Kind: onrecord.Kind(1 + c.random.IntN(3)), Act: onrecord.ActStatement, Text: text,
			Span: onrecord.Span{Start: 100 * claim, End: 100*claim + len(text)}, Cue: "said", Mention: "she",
			Speaker:      onrecord.Speaker{ID: fmt.Sprintf("speaker-%d", speaker), Name: word(uint64(speaker)) + " " + word(uint64(speaker/7)), Title: "Minister"},
			SentenceText: text + ", she said.", Rule: "quote-said-speaker", Confidence: 0.9,
		})
	}
	return r
}

// BenchmarkPut measures durable writes of articles with ten claims.
func BenchmarkPut(b *testing.B) {
	for _, writers := range []int{1, 16} {
		b.Run(fmt.Sprintf("writers=%d", writers), func(b *testing.B) {
			x, err := Open(Config{Path: b.TempDir()})
			if err != nil {
				b.Fatal(err)
			}
			c := newCorpus(1)
			records := make([]onrecord.Record, b.N)
			for i := range records {
				records[i] = c.record(i)
			}
			waits := make([]time.Duration, b.N)
			b.ResetTimer()
			putAll(b, x, records, writers, waits)
			b.StopTimer()
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
			reportPercentiles(b, waits)
			if err := x.Close(); err != nil {
				b.Fatal(err)
			}
		})
	}
}

// putAll puts the records with so many writers and notes how long each waited.
func putAll(b *testing.B, x *Index, records []onrecord.Record, writers int, waits []time.Duration) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range writers {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(records); i = int(next.Add(1)) - 1 {
				began := time.Now()
				if err := x.Put(context.Background(), records[i]); err != nil {
					b.Error(err)
				}
				waits[i] = time.Since(began)
			}
		})
	}
	all.Wait()
}

func reportPercentiles(b *testing.B, waits []time.Duration) {
	slices.Sort(waits)
	b.ReportMetric(float64(waits[len(waits)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(waits[len(waits)*99/100].Microseconds()), "p99-µs")
}

// benchmarkClaims is how many claims BenchmarkSearch searches.
const benchmarkClaims = 100_000

// BenchmarkSearch measures one request at a time over 100,000 claims on disk.
func BenchmarkSearch(b *testing.B) {
	x := benchmarkIndex(b)
	commonTerm := func(c *corpus) onrecord.Node {
		return onrecord.Match{Field: onrecord.FieldText, Text: word(uint64(5 + c.random.IntN(60)))}
	}
	facets := []onrecord.Field{onrecord.FieldSpeakerID, onrecord.FieldOutlet, onrecord.FieldKind, onrecord.FieldMonth}
	classes := []struct {
		name    string
		request func(c *corpus) onrecord.Request
	}{
		{"common term", func(c *corpus) onrecord.Request { return onrecord.Request{Query: commonTerm(c), Limit: 20} }},
		{"common term, 200 candidates", func(c *corpus) onrecord.Request { return onrecord.Request{Query: commonTerm(c), Limit: 200} }},
		{"rare term", func(c *corpus) onrecord.Request {
			return onrecord.Request{Query: onrecord.Match{Field: onrecord.FieldText, Text: word(uint64(5000 + c.random.IntN(20_000)))}, Limit: 20}
		}},
		{"two terms OR", func(c *corpus) onrecord.Request {
			return onrecord.Request{Query: onrecord.Bool{Should: []onrecord.Node{commonTerm(c), commonTerm(c)}}, Limit: 20}
		}},
		{"two terms AND", func(c *corpus) onrecord.Request {
			return onrecord.Request{Query: onrecord.Bool{Must: []onrecord.Node{commonTerm(c), commonTerm(c)}}, Limit: 20}
		}},
		{"long claim OR", func(c *corpus) onrecord.Request {
			return onrecord.Request{Query: onrecord.Match{Field: onrecord.FieldText, Text: c.text(25)}, Limit: 200}
		}},
		{"phrase", func(c *corpus) onrecord.Request {
			return onrecord.Request{Query: onrecord.Phrase{Field: onrecord.FieldExact, Text: c.text(2)}, Limit: 20}
		}},
		{"term, speaker, dates", func(c *corpus) onrecord.Request {
			from := time.Date(2023, 1, 1+c.random.IntN(600), 0, 0, 0, 0, time.UTC)
			speaker := onrecord.AnyOf{Field: onrecord.FieldSpeakerID, Values: []string{fmt.Sprintf("speaker-%d", c.random.IntN(20))}}
			dates := onrecord.TimeRange{Field: onrecord.FieldSaid, From: from, To: from.AddDate(1, 0, 0)}
			return onrecord.Request{Query: onrecord.Bool{Must: []onrecord.Node{commonTerm(c), speaker, dates}}, Limit: 20}
		}},
		{"newest of a term", func(c *corpus) onrecord.Request {
			return onrecord.Request{Query: commonTerm(c), Order: onrecord.OrderNewest, Limit: 20}
		}},
		{"term, four facets", func(c *corpus) onrecord.Request {
			return onrecord.Request{Query: commonTerm(c), Limit: 20, Facets: facets, FacetSize: 10}
		}},
		{"everything, four facets", func(c *corpus) onrecord.Request {
			return onrecord.Request{Query: onrecord.All{}, Limit: 20, Facets: facets, FacetSize: 10}
		}},
	}
	for _, class := range classes {
		b.Run(class.name, func(b *testing.B) {
			c := newCorpus(2)
			var waits []time.Duration
			for b.Loop() {
				r := class.request(c)
				began := time.Now()
				if _, err := x.Search(b.Context(), r); err != nil {
					b.Fatal(err)
				}
				waits = append(waits, time.Since(began))
			}
			reportPercentiles(b, waits)
		})
	}
	b.Run("coverage", func(b *testing.B) {
		for b.Loop() {
			if _, err := x.Coverage(b.Context(), "speaker-1"); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// benchmarkIndex fills an index and logs what that took.
func benchmarkIndex(b *testing.B) *Index {
	directory := b.TempDir()
	x, err := Open(Config{Path: directory})
	if err != nil {
		b.Fatal(err)
	}
	c := newCorpus(1)
	records := make([]onrecord.Record, benchmarkClaims/10)
	for i := range records {
		records[i] = c.record(i)
	}
	began := time.Now()
	putAll(b, x, records, 64, make([]time.Duration, len(records)))
	filled := time.Since(began)
	if err := x.Close(); err != nil {
		b.Fatal(err)
	}
	began = time.Now()
	if x, err = Open(Config{Path: directory}); err != nil {
		b.Fatal(err)
	}
	if _, err := x.Coverage(b.Context(), ""); err != nil {
		b.Fatal(err)
	}
	b.Logf("filled by 64 writers in %v, opened with coverage in %v, %d MB on disk",
		filled, time.Since(began), diskUsage(b, directory)>>20)
	b.Cleanup(func() {
		if err := x.Close(); err != nil {
			b.Error(err)
		}
	})
	return x
}

func diskUsage(b *testing.B, directory string) (bytes int64) {
	err := filepath.Walk(directory, func(_ string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			bytes += info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return bytes
}
