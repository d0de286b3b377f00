package zapfile

import (
	"github.com/blevesearch/vellum"
)

// Words are the words of a field in a segment's file, with their postings side by
// side: zap looks each word up a second time to tell which documents have it.
type Words struct {
	segment segment
	fst     *vellum.FST
	counted bool
}

// WordsAt returns the words of a field, given where in the file its dictionary is.
func WordsAt(data []byte, dictionary uint64, counted bool) (*Words, error) {
	words := &reader{data: data, at: dictionary}
	fst, err := vellum.Load(words.take(words.varint()))
	if err != nil {
		return nil, err
	}
	return &Words{segment: segment{data: data}, fst: fst, counted: counted}, nil
}

// Each calls visit with each word in [from, to), in order, until the first error;
// a nil to is open. What visit is given is valid in the call only.
func (w *Words) Each(from, to []byte, visit func(word []byte, p *Posting) error) error {
	p := Posting{words: w}
	iterator, err := w.fst.Iterator(from, to)
	for err == nil {
		var word []byte
		word, p.value = iterator.Current()
		if err := visit(word, &p); err != nil {
			return err
		}
		err = iterator.Next()
	}
	if err == vellum.ErrIteratorDone {
		return nil
	}
	return err
}

// A Posting is what a segment has of a word.
type Posting struct {
	words *Words
	value uint64 // what the dictionary says of the word
}

// Each calls visit with the documents that have the word, ascending.
func (p *Posting) Each(visit func(document uint32)) error {
	return p.words.segment.postings(p.value, false, func(document uint32, _ count) { visit(document) })
}

// EachCount calls visit with the documents, and how often each has the word where
// the field is counted.
func (p *Posting) EachCount(visit func(document, times uint32)) error {
	return p.words.segment.postings(p.value, p.words.counted, func(document uint32, c count) { visit(document, uint32(c.times)) })
}
