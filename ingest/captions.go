package ingest

import (
	"bytes"
	"fmt"
	"regexp"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/onrecord/onrecord/ingest/captions"
)

// isVTT reports whether a source is WebVTT, by its signature.
func isVTT(h head) bool {
	rest, ok := bytes.CutPrefix(h.begin, []byte("WEBVTT"))
	return ok && (len(rest) == 0 || bytes.IndexByte([]byte(space), rest[0]) >= 0)
}

// cue matches the beginning of SRT: a number and two times.
var cue = regexp.MustCompile(`^\d+[ \t]*\r?\n[ \t]*\d{1,4}:\d\d:\d\d[.,]\d{1,3}[ \t]*-->`)

func isSRT(h head) bool { return cue.Match(h.begin) }

// captions reads the captions of a recording as one article. A cue that cannot
// be read is an item of its own with the reason.
func (s *source) captions(yield func(Item) bool) {
	content, err := s.whole(MaxItem)
	if err != nil {
		yield(Item{Where: s.name, Err: err})
		return
	}
	a, bad, err := captions.Article(decodeText(content))
	if !yield(Item{Where: s.name, Article: a, Err: err}) || err != nil {
		return
	}
	for _, b := range bad {
		if !yield(Item{Where: s.at(s.line + b.Line), Err: fmt.Errorf("%w: a cue with %w", ErrLeftOut, b.Err)}) {
			return
		}
	}
}

// decodeText returns a text in UTF-8: one that is not is taken for what most
// such texts are in, windows-1252 or what its bytes tell.
func decodeText(content []byte) string {
	if utf8.Valid(content) {
		return string(content)
	}
	encoding, _, _ := charset.DetermineEncoding(content, "text/plain")
	decoded, err := encoding.NewDecoder().Bytes(content)
	if err != nil {
		return string(bytes.ToValidUTF8(content, []byte("\uFFFD")))
	}
	return string(decoded)
}
