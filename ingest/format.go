package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"mime"
	"slices"
)

// A format is one way in which the outside holds articles.
type format struct {
	name string
	// is reports whether a source is in the format.
	is func(h head) bool
	// read yields the items of a source that has begun.
	read func(s *source, yield func(Item) bool)
}

// formats are all of them, those that are surest first; the last one takes what
// is left.
func formats() []format {
	return []format{
		{"warc", isWARC, (*source).warc},
		{"binary", isBinary, (*source).binary},
		{"webvtt", isVTT, (*source).captions},
		{"srt", isSRT, (*source).captions},
		{"feed", isFeed, (*source).feed},
		{"agency", isAgency, (*source).agency},
		{"html", isHTML, (*source).html},
		{"markup", isMarkup, (*source).markup},
		{"json array", isArray, (*source).array},
		{"json", isObjects, (*source).objects},
		{"text", func(head) bool { return true }, (*source).text},
	}
}

// A head is what tells the format of a source.
type head struct {
	begin  []byte // its first bytes, without a byte order mark and white space
	ending string // of its name, in lower case, without that of a compression
	media  string // media type, in lower case, without parameters; may be empty
}

// called reports whether the source has one of the endings or media types.
func (h head) called(names ...string) bool {
	return slices.Contains(names, h.ending) || h.media != "" && slices.Contains(names, h.media)
}

// format tells the format of a source that has begun. It does not wait for more
// of a source that begins with a brace than there is: lines may come one by one.
func (s *source) format() format {
	h := head{ending: ending(s.options.Name)}
	h.media, _, _ = mime.ParseMediaType(s.options.MediaType)
	h.begin, _ = s.in.Peek(1) // there is one, or begin had failed
	if h.begin[0] != '{' {
		h.begin, _ = s.in.Peek(s.in.Size()) // what there is
	}
	all := formats()
	return all[slices.IndexFunc(all, func(f format) bool { return f.is(h) })]
}

// isArray reports whether a source is one JSON array of objects.
func isArray(h head) bool {
	if h.begin[0] != '[' {
		return false
	}
	behind := bytes.TrimLeft(h.begin[1:], space)
	return h.called(".json", "application/json") || len(behind) > 0 && (behind[0] == '{' || behind[0] == ']')
}

// isObjects reports whether a source is JSON objects, one a line or each over
// several: it begins with a brace, has a line before one that begins with a
// brace, or is called so.
func isObjects(h head) bool {
	if h.begin[0] == '{' || h.called(".json", ".jsonl", ".ndjson", "application/json", "application/x-ndjson", "application/jsonl") {
		return true
	}
	_, behind, _ := bytes.Cut(h.begin, []byte("\n"))
	return h.begin[0] != '[' && h.begin[0] != '<' && bytes.HasPrefix(bytes.TrimLeft(behind, space), []byte(`{"`))
}

// isBinary reports whether a source is no text.
func isBinary(h head) bool {
	return bytes.IndexByte(h.begin, 0) >= 0 || bytes.HasPrefix(h.begin, []byte("%PDF-")) || bytes.HasPrefix(h.begin, []byte("PK\x03\x04"))
}

// binary refuses a source that is no text.
func (s *source) binary(yield func(Item) bool) {
	yield(Item{Where: s.name, Err: errors.New("is no text and in no format that is known")})
}

// isMarkup reports whether a source is markup in none of the formats before.
func isMarkup(h head) bool {
	return h.begin[0] == '<' && (bytes.HasPrefix(h.begin, []byte("<?xml")) || bytes.HasPrefix(h.begin, []byte("<!")) ||
		h.called(".xml", ".rss", ".atom", ".nitf", "application/xml", "text/xml"))
}

// markup refuses markup that is no article.
func (s *source) markup(yield func(Item) bool) {
	begin, _ := s.in.Peek(s.in.Size()) // what there is
	yield(Item{Where: s.name, Err: fmt.Errorf("markup in no format that is known: its first element is %.40q", rootElement(begin))})
}
