package service_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/index"
	"github.com/onrecord/onrecord/service"
)

// A newsroom makes articles of ten statements each, in words as unevenly
// frequent as those of a language are.
type newsroom struct {
	random *rand.Rand
	words  *rand.Zipf
}

func newNewsroom(seed uint64) *newsroom {
	random := rand.New(rand.NewPCG(seed, 0))
	return &newsroom{random: random, words: rand.NewZipf(random, 1.1, 20, 40_000)}
}

var (
	smallWords = strings.Fields("the a of to and in that for on with will would has be this from by at not as we it")
	syllables  = strings.Fields("ba ke li mo nu ra se ti vo zu pha dre sti gro klu wen")
)

// word returns a made-up word, the frequent ones shorter.
func (n *newsroom) word() string {
	var b strings.Builder
	for rank := n.words.Uint64() + 16; rank > 0; rank /= 16 {
		b.WriteString(syllables[rank%16])
	}
	return b.String()
}

// statement returns some 8 to 28 words, every second one a small one.
func (n *newsroom) statement() string {
	words := make([]string, 8+n.random.IntN(20))
	for i := range words {
		words[i] = n.word()
		if i%2 == 0 {
			words[i] = smallWords[n.random.IntN(len(smallWords))]
		}
	}
	words[0] = "We"
	return strings.Join(words, " ")
}

func (n *newsroom) article(number int) service.Draft {
	var text strings.Builder
	for range 10 {
		speaker := n.random.IntN(1 + n.random.IntN(5000))
		given, surname := syllables[speaker%7]+"na", syllables[speaker%16]+syllables[speaker/16%16]+syllables[speaker/256%16]+"d"
		fmt.Fprintf(&text, "“%s,” Minister %s %s said.\n\n", n.statement(), capital(given), capital(surname))
	}
	return service.Draft{
		URL: fmt.Sprintf("https://herald.example/%d", number), Outlet: fmt.Sprintf("Outlet %d", n.random.IntN(200)),
		Published: onrecord.Day(2023, 1, 1+n.random.IntN(700)), Language: "en", Text: text.String(),
	}
}

func capital(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

// BenchmarkIngest takes articles of ten statements in over one stream, durably:
// all of them new, and reprints of which forty are of one article with here and
// there a word changed. ms-cpu/article is the time of all processors.
func BenchmarkIngest(b *testing.B) {
	for _, copies := range []int{1, 40} {
		b.Run(fmt.Sprintf("copies=%d", copies), func(b *testing.B) {
			idx, err := index.Open(index.Config{Path: b.TempDir()})
			if err != nil {
				b.Fatal(err)
			}
			defer idx.Close()
			svc, err := service.New(service.Config{Index: idx, Now: func() time.Time { return now }})
			if err != nil {
				b.Fatal(err)
			}
			drafts := reprints(newNewsroom(1), b.N, copies)
			began := cpuTime(b)
			b.ResetTimer()
			next := func() (service.StreamItem, error) {
				if len(drafts) == 0 {
					return service.StreamItem{}, io.EOF
				}
				draft := drafts[0]
				drafts = drafts[1:]
				return service.StreamItem{Draft: draft}, nil
			}
			claims := 0
			err = svc.IngestStream(b.Context(), next, func(a service.Ack) error { claims += len(a.Claims); return a.Err })
			b.StopTimer()
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
			b.ReportMetric((cpuTime(b)-began).Seconds()*1000/float64(b.N), "ms-cpu/article")
			b.ReportMetric(float64(claims)/float64(b.N), "claims/article")
		})
	}
}

// reprints returns drafts of which so many each are of one article.
func reprints(n *newsroom, count, copies int) []service.Draft {
	drafts := make([]service.Draft, 0, count)
	for len(drafts) < count {
		original := n.article(len(drafts))
		for copy := range min(copies, count-len(drafts)) {
			draft := original
			draft.URL = fmt.Sprintf("%s/%d", original.URL, copy)
			if copy > 0 && copy%5 == 0 {
				draft.Text = strings.Replace(draft.Text, " "+n.word()+" ", " "+n.word()+" ", 1)
			}
			drafts = append(drafts, draft)
		}
	}
	return drafts
}

// cpuTime is what all processors have spent on this process.
func cpuTime(b *testing.B) time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
