package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/ingest"
)

// A rejected is a line of --rejects: the article as it was read, which can be
// mended and taken in again, and why it was not taken.
type rejected struct {
	URL       string   `json:"url,omitempty"`
	Canonical string   `json:"canonicalUri,omitempty"`
	Outlet    string   `json:"outlet,omitempty"`
	Title     string   `json:"title,omitempty"`
	Authors   []string `json:"authors,omitempty"`
	Published string   `json:"published,omitempty"`
	Modified  string   `json:"modified,omitempty"`
	Dateline  string   `json:"dateline,omitempty"`
	Slug      string   `json:"slug,omitempty"`
	Edition   string   `json:"edition,omitempty"`
	Language  string   `json:"language,omitempty"`
	Text      string   `json:"text"`
	Rejected  reject   `json:"rejected"`
}

type reject struct {
	Where string `json:"where"`
	Why   string `json:"why"`
	Field string `json:"field,omitempty"` // of the article, where that is what cannot be taken
	// Raw is JSON that could not be made an article of, as it stands there.
	Raw string `json:"raw,omitempty"`
}

// rejects is the file of --rejects; nil for none.
type rejects struct {
	file *os.File
	size int64
}

// openRejects opens the file to be written from a size on: what stands behind
// was written after the checkpoint.
func openRejects(path string, size int64, src *sources) (*rejects, error) {
	if path == "" {
		return nil, nil
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("--rejects: %w", err)
	}
	r := &rejects{file: file, size: size}
	if err := r.begin(src); err != nil {
		return nil, errors.Join(fmt.Errorf("--rejects %s: %w", path, err), file.Close())
	}
	return r, nil
}

func (r *rejects) begin(src *sources) error {
	info, err := r.file.Stat()
	if err != nil {
		return err
	}
	for _, f := range src.found {
		if other, err := os.Stat(f.path); err == nil && os.SameFile(info, other) {
			return errors.New("is one of the files to take in")
		}
	}
	if !info.Mode().IsRegular() {
		r.size = 0
		return nil
	}
	return r.truncate(min(r.size, info.Size()))
}

// truncate leaves so many bytes, behind which it is written on.
func (r *rejects) truncate(size int64) error {
	if r == nil {
		return nil
	}
	r.size = size
	if err := r.file.Truncate(size); err != nil {
		return err
	}
	_, err := r.file.Seek(size, io.SeekStart)
	return err
}

// add writes an item that was not taken.
func (r *rejects) add(s sent, cause error) error {
	if r == nil {
		return nil
	}
	a := &s.item.Article
	line := rejected{
		URL: a.URL, Canonical: a.CanonicalURL, Outlet: a.Outlet, Title: a.Title, Authors: a.Authors, Published: published(a), Modified: a.Modified.String(),
		Dateline: a.Dateline, Slug: a.Slug, Edition: a.Edition, Language: a.Language, Text: a.Text,
		Rejected: reject{Where: s.where, Why: cause.Error(), Field: fieldOf(cause), Raw: string(s.item.Raw)},
	}
	content, err := json.Marshal(line)
	if err != nil {
		return err
	}
	n, err := r.file.Write(append(content, '\n'))
	r.size += int64(n)
	return err
}

// published writes when an article was published, with its time zone.
func published(a *onrecord.Article) string {
	if a.UTCOffset == 0 || a.Published.Precision != onrecord.PrecisionInstant {
		return a.Published.String()
	}
	return a.Published.Time.In(time.FixedZone("", int(a.UTCOffset/time.Second))).Format(time.RFC3339Nano)
}

// isNoFault reports whether an item was not taken that is no article.
func isNoFault(err error) bool {
	return errors.Is(err, ingest.ErrPassedOver) || errors.Is(err, ingest.ErrNotFetched)
}

// fieldOf returns the field that cannot be taken; empty where it is not one.
func fieldOf(cause error) string {
	var field *onrecord.FieldError
	var answer *client.Error
	switch {
	case errors.As(cause, &field):
		return field.Field
	case errors.As(cause, &answer) && len(answer.Fields) > 0:
		return answer.Fields[0].Field
	}
	return ""
}

func (r *rejects) close() error {
	if r == nil {
		return nil
	}
	return r.file.Close()
}

// bytes returns how many were written.
func (r *rejects) bytes() int64 {
	if r == nil {
		return 0
	}
	return r.size
}
