package ingest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// array reads an array of objects, one at a time.
func (s *source) array(yield func(Item) bool) {
	bounded := &boundedReader{r: s.in, left: MaxItem}
	dec := json.NewDecoder(bounded)
	if _, err := dec.Token(); err != nil {
		yield(Item{Where: s.name, Err: err})
		return
	}
	n := 0
	for ; dec.More(); n++ {
		where := fmt.Sprintf("%s[%d]", s.name, n)
		var raw json.RawMessage
		bounded.left = MaxItem
		if err := dec.Decode(&raw); err != nil {
			yield(Item{Where: where, Err: fmt.Errorf("not JSON, and nothing behind it can be read: %w", err)})
			return
		}
		if !s.jsonItems(raw, where, yield) {
			return
		}
	}
	if err := endArray(dec, bounded, n); err != nil {
		yield(Item{Where: s.name, Err: err})
	}
}

// endArray reads the end of an array of n items and what is behind it.
func endArray(dec *json.Decoder, bounded *boundedReader, n int) error {
	if _, err := dec.Token(); err != nil {
		return fmt.Errorf("the array is not closed: %w", err)
	}
	bounded.left = MaxItem
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something stands behind the array and was not read")
	}
	if n == 0 {
		return errors.New("is an empty array")
	}
	return nil
}

// boundedReader reads at most left bytes, then fails with ErrTooLong.
type boundedReader struct {
	r    io.Reader
	left int
}

func (b *boundedReader) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, tooLong(MaxItem)
	}
	n, err := b.r.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}
