package index

import (
	"bytes"
	"math"
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// Sequences tell the words of FieldExact of each claim in their order, as
// numbers, so that a phrase is a search for a few bytes. Positions in the
// postings took 300 bytes a claim on disk and most of the time of a phrase;
// sequences take some 45 bytes of memory a claim, and none on disk: they are read
// from the texts, at 5 µs a claim, off the query path (see warmSequences).
//
// A number is of one to five bytes, of which the first is below 0x80 and the
// others are not: what begins and ends with whole words is found at whole words
// only.
type sequences struct {
	words  wordNumbers
	starts []uint32 // per document and one more: where its words begin
	codes  []byte
}

// The first numbers of each length but the shortest, and what the first byte of
// each length begins with.
const (
	firstOfTwo, leadOfTwo     = 64, 64
	firstOfThree, leadOfThree = firstOfTwo + 48<<7, 112
	firstOfFive, leadOfFive   = firstOfThree + 15<<14, 127
)

// appendNumber appends a number, which is below 2^28.
func appendNumber(to []byte, n uint32) []byte {
	const low = 0x7f
	switch {
	case n < firstOfTwo:
		return append(to, byte(n))
	case n < firstOfThree:
		n -= firstOfTwo
		return append(to, leadOfTwo+byte(n>>7), ^byte(low)|byte(n))
	case n < firstOfFive:
		n -= firstOfThree
		return append(to, leadOfThree+byte(n>>14), ^byte(low)|byte(n>>7), ^byte(low)|byte(n))
	}
	n -= firstOfFive
	return append(to, leadOfFive, ^byte(low)|byte(n>>21), ^byte(low)|byte(n>>14), ^byte(low)|byte(n>>7), ^byte(low)|byte(n))
}

// times counts the places of a document where the words stand one after the
// other, given as appendNumber writes them; the first is first bytes long.
func (q *sequences) times(document uint32, words []byte, first int) (count uint32) {
	for text := q.codes[q.starts[document]:q.starts[document+1]]; ; count++ {
		at := bytes.Index(text, words)
		if at < 0 {
			return count
		}
		text = text[at+first:]
	}
}

// makeSequences reads the texts of a segment, until stop is closed.
func (s *segmentView) makeSequences(stop <-chan struct{}) (*sequences, error) {
	words, err := s.numberWords()
	if err != nil {
		return nil, err
	}
	claims, err := s.posting(fieldTerm{fieldRecordType, recordClaim})
	if err != nil {
		return nil, err
	}
	q := &sequences{words: words, starts: make([]uint32, 0, s.segment.Count()+1)}
	var reader analysis.Reader
	for document := range uint32(s.segment.Count()) {
		q.starts = append(q.starts, uint32(len(q.codes)))
		if !claims.documents.Contains(document) {
			continue
		}
		select {
		case <-stop:
			return nil, errClosed
		default:
		}
		text, err := s.text(string(onrecord.FieldExact), document)
		if err != nil {
			return nil, err
		}
		for _, word := range reader.Words(text) {
			number, ok := words.of(word.Term)
			if !ok {
				return nil, errNoNumbers
			}
			q.codes = appendNumber(q.codes, number)
		}
	}
	if len(q.codes) > math.MaxUint32 {
		return nil, errNoNumbers
	}
	q.starts, q.codes = append(q.starts, uint32(len(q.codes))), slices.Clip(q.codes)
	return q, nil
}
