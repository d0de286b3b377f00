package service_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/onrecord/onrecord/index"
	"github.com/onrecord/onrecord/service"
)

// benchmarkClaims is how many claims BenchmarkVerify looks through.
const benchmarkClaims = 100_000

// BenchmarkVerify measures one verification at a time over 100,000 claims on
// disk, all of them on the topics of the quotations.
func BenchmarkVerify(b *testing.B) {
	idx, err := index.Open(index.Config{Path: b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := idx.Close(); err != nil {
			b.Error(err)
		}
	})
	m := newMeasure(b, idx, benchmarkClaims)
	mixed := ways[slices.IndexFunc(ways, func(w way) bool { return w.name == "mixed" })]
	for _, class := range []struct {
		name  string
		quote func(i int) (quote, speaker string)
	}{
		{"verbatim", func(i int) (string, string) { return m.originals[i].text, "" }},
		{"verbatim, speaker", func(i int) (string, string) { return m.originals[i].text, m.originals[i].speaker }},
		{"cut", func(i int) (string, string) { return strings.Join(strings.Fields(m.originals[i].text)[2:8], " "), "" }},
		{"a third altered", func(i int) (string, string) { return m.altered(i, mixed.change, 33), "" }},
		{"a third altered, speaker", func(i int) (string, string) { return m.altered(i, mixed.change, 33), m.originals[i].speaker }},
		{"nobody said it", func(i int) (string, string) { return m.unsaid[i%len(m.unsaid)], "" }},
	} {
		b.Run(class.name, func(b *testing.B) {
			m.random = rand.New(rand.NewPCG(7, 7))
			var waits []time.Duration
			for i := 0; b.Loop(); i++ {
				quote, speaker := class.quote(i % len(m.originals))
				began := time.Now()
				if _, err := m.Verify(b.Context(), service.VerifyRequest{Quote: quote, Speaker: speaker}); err != nil {
					b.Fatal(err)
				}
				waits = append(waits, time.Since(began))
			}
			slices.Sort(waits)
			b.ReportMetric(float64(waits[len(waits)/2].Microseconds()), "p50-µs")
			b.ReportMetric(float64(waits[len(waits)*99/100].Microseconds()), "p99-µs")
		})
	}
}
