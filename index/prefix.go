package index

import (
	"context"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// prefixNode makes a Prefix ready. What it stands for has to be counted in all
// segments, and is kept for matching and weighing.
func (c *compiler) prefixNode(n onrecord.Prefix) (matcher, error) {
	if n.Field != onrecord.FieldExact && n.Field != onrecord.FieldSpeaker {
		return nil, wrongField("prefix", n.Field)
	}
	words := analysis.Words(n.Text)
	if len(words) != 1 {
		return termsMatcher{}, nil // no word has a space or a sign inside
	}
	m := prefixMatcher{field: string(n.Field), prefix: words[0].Term}
	c.plan.patterns[m.key()] = m
	all := 0
	for _, s := range c.view.segments {
		words, err := m.expand(s)
		if err != nil {
			return nil, err
		}
		all += len(words)
	}
	if all > MaxExpansions && c.distinct(m, all) > MaxExpansions {
		return nil, m.tooBroad()
	}
	return m, nil
}

// distinct counts the words of a prefix, which are so many with those that are in
// several segments.
func (c *compiler) distinct(m prefixMatcher, all int) (count int) {
	found := newKeySet(all)
	for _, s := range c.view.segments {
		for _, word := range s.patterns[m.key()].words {
			if found.add(word) {
				count++
			}
		}
	}
	return count
}

// A prefixMatcher matches the claims that have a word that begins so.
type prefixMatcher struct {
	field, prefix string
}

func (m prefixMatcher) match(_ context.Context, s *segmentView) (*roaring.Bitmap, error) {
	if _, err := m.expand(s); err != nil {
		return nil, err
	}
	return s.patterns[m.key()].documents, nil
}

func (m prefixMatcher) key() patternKey { return prefixKey(m.field, m.prefix) }

func prefixKey(field, prefix string) patternKey { return patternKey{field, prefix + "*"} }

// expand finds the words with the prefix and the claims that have them, once for
// a view, and returns hashes of the words.
func (m prefixMatcher) expand(s *segmentView) (words []uint64, err error) {
	if known := s.patterns[m.key()]; known != nil {
		return known.words, nil
	}
	t := borrowTally(int(s.segment.Count()))
	err = s.eachWord(m.field, m.prefix, afterPrefix(m.prefix), func(word []byte, p wordPosting) error {
		if words = append(words, hashKey(word)); len(words) > MaxExpansions {
			return m.tooBroad()
		}
		return p.Each(func(document uint32) { t.count(document, 1) })
	})
	if repeated := repeatedFields[m.field]; err == nil && repeated != "" {
		err = s.eachWord(repeated, m.prefix, afterPrefix(m.prefix), func(_ []byte, p wordPosting) error {
			return p.EachCount(func(document, times uint32) { t.count(document, times-1) })
		})
	}
	found := t.giveBack()
	if err != nil {
		return nil, err
	}
	found.words = words
	s.keep(m.key(), found)
	return words, nil
}

func (m prefixMatcher) tooBroad() error {
	return fmt.Errorf("more than %d words begin with %q: %w", MaxExpansions, m.prefix, onrecord.ErrTooBroad)
}

// afterPrefix returns the first string after all that begin with prefix. The
// prefix is UTF-8, so its last byte is never 0xff.
func afterPrefix(prefix string) string {
	end := []byte(prefix)
	end[len(end)-1]++
	return string(end)
}
