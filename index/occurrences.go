package index

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/bm25"
)

// occurrences tells in which matches of a segment a part of the query occurs.
type occurrences struct {
	documents *roaring.Bitmap
	repeated  []repeat // those in which it occurs more than once, ascending
}

// A repeat is a document in which something occurs several times.
type repeat struct {
	document uint32
	count    int
}

func (o *occurrences) repeatedDocuments() *roaring.Bitmap {
	documents := roaring.New()
	for _, r := range o.repeated {
		documents.Add(r.document)
	}
	return documents
}

// A segmentRun is a segment while one request is answered.
type segmentRun struct {
	view    *segmentView
	matches *roaring.Bitmap         // live ones
	any     bool                    // whatever has a stem of the query is a match
	found   map[string]*occurrences // of patterns, by partKey
}

// find finds a part of the query in the matches.
func (s *segmentRun) find(ctx context.Context, part bm25.Part) (*occurrences, error) {
	switch part.Kind {
	case bm25.Stem:
		return s.findStem(part.Words[0])
	case bm25.Nearby:
		documents, err := s.view.postings(string(onrecord.FieldContext), part.Words[0])
		return &occurrences{documents: s.matching(documents)}, err
	}
	key := partKey(part)
	if known := s.found[key]; known != nil {
		return known, nil
	}
	found, err := s.findPattern(ctx, part)
	if err != nil {
		return nil, err
	}
	if s.found == nil {
		s.found = map[string]*occurrences{}
	}
	s.found[key] = found
	return found, nil
}

func partKey(part bm25.Part) string {
	key := string(rune(part.Kind))
	for _, word := range part.Words {
		key += " " + word
	}
	return key
}

// matching returns the matches among the documents.
func (s *segmentRun) matching(documents *roaring.Bitmap) *roaring.Bitmap {
	switch {
	case documents == nil:
		return roaring.New()
	case s.any:
		return documents
	}
	return roaring.And(s.matches, documents)
}

// findStem reads in which claims a stem occurs, and from a field of its own in
// which of them several times: those are few, and the field with all has no
// counts to be read.
func (s *segmentRun) findStem(stem string) (*occurrences, error) {
	documents, err := s.view.postings(string(onrecord.FieldText), stem)
	if err != nil {
		return nil, err
	}
	found := &occurrences{documents: s.matching(documents)}
	if found.documents.IsEmpty() {
		return found, nil
	}
	found.repeated, err = s.view.counts(fieldRepeated, stem, found.documents, 2)
	return found, err
}

// findPattern finds words as written.
func (s *segmentRun) findPattern(ctx context.Context, part bm25.Part) (*occurrences, error) {
	words := []string{part.Words[0]}
	switch {
	case part.Kind == bm25.Written && len(part.Words) > 1:
		return s.findPhrase(ctx, part.Words)
	case part.Kind == bm25.Beginning && len(part.Words) > 1:
		return &occurrences{documents: roaring.New()}, nil // no word has a space or a sign inside
	case part.Kind == bm25.Beginning:
		words = words[:0]
		prefix := part.Words[0]
		err := s.view.terms(string(onrecord.FieldExact), prefix, afterPrefix(prefix), func(term string, _ *roaring.Bitmap) error {
			words = append(words, term)
			return ctx.Err()
		})
		if err != nil {
			return nil, err
		}
	}
	return s.findWords(ctx, words)
}

// findWords counts the occurrences of any of the words.
func (s *segmentRun) findWords(ctx context.Context, words []string) (*occurrences, error) {
	var c counter
	for _, word := range words {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		documents, err := s.view.postings(string(onrecord.FieldExact), word)
		if err != nil {
			return nil, err
		}
		documents = s.matching(documents)
		each(documents, func(document uint32) { c.add(repeat{document, 1}) })
		repeated, err := s.view.counts(fieldRepeatedWords, word, documents, 2)
		if err != nil {
			return nil, err
		}
		for _, r := range repeated {
			c.add(repeat{r.document, r.count - 1})
		}
	}
	return c.occurrences(), nil
}

// findPhrase counts the places where the words stand one after the other.
func (s *segmentRun) findPhrase(ctx context.Context, words []string) (*occurrences, error) {
	var c counter
	err := s.view.eachPhrase(ctx, string(onrecord.FieldExact), words, s.matches, func(document uint32, count int) {
		c.add(repeat{document, count})
	})
	return c.occurrences(), err
}

// A counter adds occurrences up.
type counter map[uint32]int

func (c *counter) add(r repeat) {
	if *c == nil {
		*c = counter{}
	}
	(*c)[r.document] += r.count
}

func (c counter) occurrences() *occurrences {
	found := &occurrences{documents: roaring.New()}
	for document, count := range c {
		found.documents.Add(document)
		if count > 1 {
			found.repeated = append(found.repeated, repeat{document, count})
		}
	}
	return found
}
