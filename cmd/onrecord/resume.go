package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/ingest"
)

// resume goes on where the same import was cut off, if it was: the files up to
// there are the same, and what was taken in last is in the index.
func (m *importing) resume(ctx context.Context, c *client.Client) error {
	at, ok := m.checkpoints.read()
	if !ok || !m.src.begins(ctx, at) {
		return nil
	}
	for _, id := range []string{at.First, at.Last} {
		if id == "" {
			continue
		}
		switch _, err := c.Article(ctx, id); {
		case errors.Is(err, onrecord.ErrNotFound):
			return nil
		case err != nil:
			return err
		}
	}
	m.at, m.tally, m.src.from, m.src.fromFirst = at, at.Tally, at.Place, at.Begins
	if m.tally.IgnoredFields == nil {
		m.tally.IgnoredFields = map[string]int{}
	}
	m.progress.skip(at.Tally.items())
	m.progress.say("going on behind item %s of the same import, which was cut off on %s; --restart begins anew",
		count(at.Tally.items()), at.Time.Local().Format(time.DateTime))
	return nil
}

// begins reports whether these are the sources that a checkpoint is of, as far
// as can be told before they are read.
func (s *sources) begins(ctx context.Context, at checkpoint) bool {
	if at.Place.File >= len(s.found) || s.before(at.Place.File) != at.Before {
		return false
	}
	f := &s.found[at.Place.File]
	if f.identity() != at.File {
		return false
	}
	if !f.regular {
		return true // its first item tells, once it is read
	}
	return s.firstDigest(ctx, f.path) == at.Begins
}

// firstDigest returns that of the first item of a file; "" where it has none.
func (s *sources) firstDigest(ctx context.Context, path string) string {
	in, file, err := open(ctx, path, nil)
	if err != nil {
		return ""
	}
	defer file.Close()
	for item := range ingest.Read(in, ingest.Options{Name: shownPath(path), Defaults: s.defaults, Fields: s.fields}) {
		return itemDigest(item)
	}
	return ""
}

// before returns a digest of the files before one.
func (s *sources) before(file int) string {
	if s.digests == nil {
		s.digests = []string{""}
	}
	for i := len(s.digests); i <= file; i++ {
		s.digests = append(s.digests, digest(s.digests[i-1], s.found[i-1].identity()))
	}
	return s.digests[file]
}

// identity tells a file from another, and from itself before a change.
func (f *found) identity() string {
	if !f.regular {
		return digest(f.path)
	}
	return digest(f.path, fmt.Sprint(f.size), f.changed.UTC().String())
}

// itemDigest tells an item from others.
func itemDigest(item ingest.Item) string {
	if item.Err != nil {
		return digest(item.Err.Error())
	}
	a := &item.Article
	return digest(a.URL, a.Outlet, a.Title, a.Published.String(), a.Text)
}
