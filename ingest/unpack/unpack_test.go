package unpack_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/onrecord/onrecord/ingest/unpack"
)

const (
	words       = "The ferry runs again.\n"
	packedWords = "QlpoOTFBWSZTWYy4SsEAAALTgAAQQAEEACPhGiAgADFMAAFNDIP0iYUUnjwZBlQ9DW+LuSKcKEhGXCVggA==" // by bzip2
)

func gz(t testing.TB, s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zst(t testing.TB, s string) string {
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(w.EncodeAll([]byte(s), nil))
}

// bz2 is words, packed by bzip2, which has no Go writer.
func bz2(t testing.TB) string {
	b, err := base64.StdEncoding.DecodeString(packedWords)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func read(s string, limits unpack.Limits) (string, error) {
	r, err := unpack.NewReader(strings.NewReader(s), limits)
	if err != nil {
		return "", err
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	return string(b), err
}

func TestReader(t *testing.T) {
	whole := gz(t, words)
	for _, tt := range []struct{ name, in, want string }{
		{"not packed", words, words},
		{"nothing", "", ""},
		{"gzip", whole, words},
		{"members of gzip", gz(t, words) + gz(t, "") + gz(t, words), words + words},
		{"padding behind gzip", whole + "\x00\x00\x00", words},
		{"bzip2", bz2(t), words},
		{"bzip2 twice", bz2(t) + bz2(t), words + words},
		{"zstd", zst(t, words), words},
		{"one within another", zst(t, gz(t, bz2(t))), words},
		{"a text that begins like bzip2", "BZh is a postcode.", "BZh is a postcode."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := read(tt.in, unpack.Limits{})
			if got != tt.want || err != nil {
				t.Errorf("got %q, %v, want %q", got, err, tt.want)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	zeros := strings.Repeat("\x00", 80<<20)
	for _, tt := range []struct {
		name, in string
		limits   unpack.Limits
		want     error
	}{
		{"a bomb of gzip", gz(t, zeros), unpack.Limits{}, unpack.ErrBomb},
		{"a bomb of zstd", zst(t, zeros), unpack.Limits{}, unpack.ErrBomb},
		{"a bomb within another", gz(t, zst(t, zeros)), unpack.Limits{}, unpack.ErrBomb},
		{"more than may be", gz(t, words), unpack.Limits{Bytes: 10}, unpack.ErrBomb},
		{"a higher ratio", gz(t, zeros), unpack.Limits{Ratio: 2000}, nil},
		{"packed too often", gz(t, gz(t, gz(t, gz(t, words)))), unpack.Limits{}, unpack.ErrBomb},
		{"gzip breaks off", gz(t, words)[:20], unpack.Limits{}, unpack.ErrDamaged},
		{"gzip breaks off in its head", gz(t, words)[:6], unpack.Limits{}, unpack.ErrDamaged},
		{"bzip2 breaks off", bz2(t)[:40], unpack.Limits{}, unpack.ErrDamaged},
		{"zstd breaks off", zst(t, words)[:20], unpack.Limits{}, unpack.ErrDamaged},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := read(tt.in, tt.limits); !errors.Is(err, tt.want) || tt.want == nil && err != nil {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
}

// TestGoesOn has a damaged member between two good ones.
func TestGoesOn(t *testing.T) {
	bad := []byte(gz(t, strings.Repeat("it rained and ", 40)))
	bad[len(bad)-6] ^= 1 // of the checksum
	r, err := unpack.NewReader(strings.NewReader(gz(t, words)+string(bad)+gz(t, "end")), unpack.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	first, err := io.ReadAll(r)
	if !errors.Is(err, unpack.ErrDamaged) || !strings.HasPrefix(string(first), words) {
		t.Fatalf("got %q, %v", first, err)
	}
	if _, err := r.Peek(1); !errors.Is(err, unpack.ErrDamaged) || !r.Resume() {
		t.Fatalf("the damage is not told any more, or is the end: %v", err)
	}
	rest, err := io.ReadAll(r)
	if string(rest) != "end" || err != nil || r.Resume() {
		t.Errorf("behind the damage: got %q, %v", rest, err)
	}
}

// FuzzReader unpacks any bytes: it ends, within its limits.
func FuzzReader(f *testing.F) {
	for _, s := range []string{"", words, gz(f, words), gz(f, words)[:20] + gz(f, words), zst(f, words), bz2(f), gz(f, zst(f, words)), "\x1f\x8b\x08"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		const most = 1 << 20
		r, err := unpack.NewReader(bytes.NewReader(data), unpack.Limits{Bytes: most})
		if err != nil {
			return
		}
		defer r.Close()
		n := int64(0)
		for resumed := true; resumed; resumed = r.Resume() {
			for e := error(nil); e == nil; {
				var m int64
				m, e = io.CopyN(io.Discard, r, 4096)
				if n += m; n > 2*most {
					t.Fatalf("unpacks to %d bytes", n)
				}
			}
		}
	})
}
