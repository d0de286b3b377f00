package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/onrecord/onrecord/ingest/page"
	"github.com/onrecord/onrecord/ingest/unpack"
	"github.com/onrecord/onrecord/ingest/warc"
	"github.com/onrecord/onrecord/ingest/when"
)

func isWARC(h head) bool { return bytes.HasPrefix(h.begin, []byte("WARC/")) }

// maxResponse is the most bytes of a response's header and body.
const maxResponse = page.MaxBytes + 1<<20

// warc reads a web archive: a response with a page is an article, other records
// are passed over.
func (s *source) warc(yield func(Item) bool) {
	r := warc.NewReader(s.in)
	for {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		where := fmt.Sprintf("%s@%d", s.name, rec.Offset)
		item := Item{Where: where, Err: err}
		if err == nil {
			item = s.record(rec, where)
		}
		if !yield(item) || r.Broken() != nil && !s.goOn(r) {
			return
		}
	}
}

// goOn finds the next record behind an error. Where the archive is packed that
// is in another member, if the error is one of unpacking.
func (s *source) goOn(r *warc.Reader) bool {
	err := r.Broken()
	if errors.Is(err, unpack.ErrDamaged) && !s.packed.Resume() || errors.Is(err, unpack.ErrBomb) {
		return false
	}
	return r.Find() == nil
}

// record reads one record.
func (s *source) record(rec warc.Record, where string) Item {
	media, _, _ := strings.Cut(rec.Media, ";")
	media = strings.TrimSpace(strings.ToLower(media))
	var content []byte
	var err error
	contentType := rec.Media
	switch {
	case rec.Type == "response" && media == "application/http":
		content, contentType, err = readResponse(rec.Block)
	case rec.Type == "resource" && isPage(media):
		content, err = readBounded(rec.Block)
	default:
		return Item{Where: where, Err: fmt.Errorf("%w: a record of type %.40q", ErrPassedOver, rec.Type)}
	}
	if err != nil {
		return Item{Where: where, Err: err}
	}
	item := s.pageItem(content, where, page.Options{URL: rec.URI, ContentType: contentType})
	if d, ok := when.Parse(rec.Date); ok {
		item.Article.Fetched = d.Time
	}
	return item
}

func isPage(media string) bool { return media == "text/html" || media == "application/xhtml+xml" }

// readResponse reads a response of HTTP and returns its body and content type.
// What is no page, or was not found, is passed over.
func readResponse(block io.Reader) ([]byte, string, error) {
	resp, err := http.ReadResponse(bufio.NewReader(io.LimitReader(block, maxResponse)), nil)
	if err != nil {
		return nil, "", fmt.Errorf("not a response of HTTP: %w", err)
	}
	defer resp.Body.Close()
	contentType := resp.Header.Get("Content-Type")
	media, _, _ := strings.Cut(contentType, ";")
	switch media = strings.ToLower(strings.TrimSpace(media)); {
	case resp.StatusCode != http.StatusOK:
		return nil, "", fmt.Errorf("%w: a response with status %d", ErrPassedOver, resp.StatusCode)
	case media != "" && !isPage(media):
		return nil, "", fmt.Errorf("%w: a response of type %.60q", ErrPassedOver, media)
	}
	body, err := unpacked(resp)
	return body, contentType, err
}

// unpacked returns the body of a response, unpacked where it is gzip or zstd.
func unpacked(resp *http.Response) ([]byte, error) {
	if enc := strings.ToLower(resp.Header.Get("Content-Encoding")); enc != "" && enc != "identity" && enc != "gzip" && enc != "zstd" && enc != "x-gzip" {
		return nil, fmt.Errorf("a body in the encoding %.40q, which is not read", enc)
	}
	r, err := unpack.NewReader(resp.Body, unpack.Limits{Bytes: maxResponse})
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return readBounded(r)
}

func readBounded(r io.Reader) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(r, page.MaxBytes+1))
	if err == nil && len(content) > page.MaxBytes {
		err = tooLong(page.MaxBytes)
	}
	return content, err
}
