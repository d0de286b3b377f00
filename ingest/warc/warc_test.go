package warc_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord/ingest/warc"
)

func record(uri, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <%s>\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", uri, len(block), block)
}

// told reads an archive, half of each block, and goes on behind errors.
func told(in string) []string {
	r := warc.NewReader(bufio.NewReaderSize(strings.NewReader(in), 16))
	var lines []string
	for {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			return lines
		}
		line := fmt.Sprintf("%d %s", rec.Offset, rec.URI)
		if err == nil {
			half, e := io.ReadAll(io.LimitReader(rec.Block, (rec.Length+1)/2))
			line += fmt.Sprintf(" %q", half)
			err = e
		}
		if err != nil {
			line += " ! " + err.Error()
		}
		lines = append(lines, line)
		if r.Broken() != nil && r.Find() != nil {
			return lines
		}
	}
}

func TestReader(t *testing.T) {
	a, b := record("a", "first"), record("b", "second")
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"two records", a + b, []string{`0 a "fir"`, `83 b "sec"`}},
		{"a block that breaks off", a[:len(a)-8], []string{`0 a "f" ! unexpected EOF`}},
		{"a length that is too long", strings.Replace(a, "Length: 5", "Length: 12", 1) + b + a, []string{`0 a "first\r"`, "87  ! not the header of a record", `168 a "fir"`}},
		{"no length", strings.Replace(a, "Content-Length", "Content-Width", 1) + b, []string{"0 a ! not the header of a record: no Content-Length", `82 b "sec"`}},
		{"a length that is none", strings.Replace(a, "Length: 5", "Length: -5", 1) + b, []string{`0 a ! not the header of a record: Content-Length "-5"`, `84 b "sec"`}},
		{"garbage between", a + "garbage\r\n" + b, []string{`0 a "fir"`, "83  ! not the header of a record", `92 b "sec"`}},
		{"a header that breaks off", a[:20], []string{"0  ! unexpected EOF"}},
		{"nothing", "\r\n\r\n", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, told(tt.in)); diff != "" {
				t.Errorf("records differ (-want +got):\n%s", diff)
			}
		})
	}
}

// TestEndless has headers without end.
func TestEndless(t *testing.T) {
	for name, in := range map[string]string{
		"a line":     "WARC/1.0\r\n" + strings.Repeat("x", 1<<20),
		"many lines": "WARC/1.0\r\n" + strings.Repeat("a: b\r\n", 100_000),
	} {
		if _, err := warc.NewReader(bufio.NewReader(strings.NewReader(in))).Next(); !errors.Is(err, warc.ErrHeader) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// FuzzReader reads any archive: it ends, and records begin behind one another.
func FuzzReader(f *testing.F) {
	f.Add(record("a", "first") + record("b", "second"))
	f.Add("WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n")
	f.Add("x\r\nWARC/1.0\r\n folded\r\nContent-Length: 3\r\n\r\nab")
	f.Fuzz(func(t *testing.T, in string) {
		if n := len(told(in)); n > len(in)+1 {
			t.Errorf("%d records in %d bytes", n, len(in))
		}
	})
}
