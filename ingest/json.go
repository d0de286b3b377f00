package ingest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/onrecord/onrecord"
)

// jsonKeys maps the names that outside JSON gives a field to ours: our own, and
// those of the REST API and its proto.
var jsonKeys = map[string]string{
	"url": "url", "uri": "url",
	"outlet": "outlet",
	"title":  "title", "headline": "title",
	"published": "published", "published_time": "published", "publishedTime": "published", "date": "published",
	"language": "language", "language_code": "language", "languageCode": "language",
	"text": "text",
}

// parseJSON reads one article. Unknown fields are ignored.
func parseJSON(raw []byte) (onrecord.Article, error) {
	var a onrecord.Article
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return a, fmt.Errorf("not a JSON object: %w", err)
	}
	for name, content := range fields {
		key, ok := jsonKeys[name]
		if !ok || bytes.Equal(content, []byte("null")) {
			continue
		}
		var value string
		if err := json.Unmarshal(content, &value); err != nil {
			return a, fmt.Errorf("%s: takes a string", name)
		}
		if err := setField(&a, key, value); err != nil {
			return a, err
		}
	}
	return a, nil
}

// jsonObjects reads one object, or JSON Lines: one object a line. A source
// whose first line is not a whole object is taken as one object over many.
func jsonObjects(in *bufio.Reader, name string) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for n := 1; ; n++ {
			line, err := readLine(in)
			if n == 1 && err == nil && !json.Valid(line) {
				yield(oneObject(line, in, name))
				return
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if len(bytes.TrimSpace(line)) == 0 && err == nil {
				continue
			}
			if !yield(lineItem(line, fmt.Sprintf("%s:%d", name, n), err)) || (err != nil && !errors.Is(err, ErrTooLong)) {
				return
			}
		}
	}
}

func lineItem(line []byte, where string, err error) Item {
	if err != nil {
		return Item{Where: where, Err: err}
	}
	a, err := parseJSON(line)
	return Item{Where: where, Article: a, Err: err}
}

func oneObject(begin []byte, in *bufio.Reader, name string) Item {
	rest, err := io.ReadAll(io.LimitReader(in, MaxItem))
	if err == nil && len(begin)+len(rest) > MaxItem {
		err = ErrTooLong
	}
	return lineItem(append(bytes.Clone(begin), rest...), name, err)
}

// readLine returns the next line; of one longer than MaxItem, ErrTooLong once
// it is passed.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	tooLong := false
	for {
		part, err := in.ReadSlice('\n')
		if tooLong = tooLong || len(line)+len(part) > MaxItem; !tooLong {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case tooLong:
			return nil, ErrTooLong
		case err != nil && (len(line) == 0 || !errors.Is(err, io.EOF)):
			return nil, err
		}
		return line, nil
	}
}

// jsonArray reads an array of objects, one at a time.
func jsonArray(in *bufio.Reader, name string) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		bounded := &boundedReader{r: in, left: MaxItem}
		dec := json.NewDecoder(bounded)
		if _, err := dec.Token(); err != nil {
			yield(Item{Where: name, Err: err})
			return
		}
		for n := 0; dec.More(); n++ {
			where := fmt.Sprintf("%s[%d]", name, n)
			var raw json.RawMessage
			bounded.left = MaxItem
			if err := dec.Decode(&raw); err != nil {
				yield(Item{Where: where, Err: fmt.Errorf("not JSON, and nothing behind it can be read: %w", err)})
				return
			}
			if !yield(lineItem(raw, where, nil)) {
				return
			}
		}
		if _, err := dec.Token(); err != nil {
			yield(Item{Where: name, Err: fmt.Errorf("the array is not closed: %w", err)})
		}
	}
}

// boundedReader reads at most left bytes, then fails with ErrTooLong.
type boundedReader struct {
	r    io.Reader
	left int
}

func (b *boundedReader) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, ErrTooLong
	}
	n, err := b.r.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}
