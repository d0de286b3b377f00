package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/ingest"
	"github.com/onrecord/onrecord/internal/wire"
)

// An importing is an import under way.
type importing struct {
	*ingestFlags
	src         *sources
	progress    *progress
	checkpoints *checkpointFile
	rejects     *rejects
	tally       tally
	at          checkpoint // how far it has come
	told        int        // refused items that were told
	waiting     chan sent  // items that are sent, in order
}

// A sent is what is remembered of an item until it is acknowledged.
type sent struct {
	place   place
	where   string
	ignored []string
	begins  string       // digest, of the first item of a file
	item    *ingest.Item // with --rejects
}

// maxWaiting is more than a client sends ahead of the acknowledgements.
const maxWaiting = 2048

// maxTold bounds the refused items that a person is told one by one where
// --rejects has all of them.
const maxTold = 20

func (f *ingestFlags) run(ctx context.Context, c *client.Client, src *sources) (err error) {
	m := &importing{ingestFlags: f, src: src, progress: newProgress(f.err, src.total), waiting: make(chan sent, maxWaiting)}
	m.tally.IgnoredFields = map[string]int{}
	defer m.progress.done()
	if m.checkpoints = (&checkpointFile{}); src.web == nil {
		m.checkpoints = checkpointFileFor(f.server, f.sources, f.defaults, f.fields, f.rejectsPath)
	}
	if f.restart {
		err = m.checkpoints.remove()
	} else if !src.none() {
		err = m.resume(ctx, c)
	}
	if err != nil {
		return err
	}
	if m.rejects, err = openRejects(f.rejectsPath, m.at.Rejects, src); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, m.rejects.close()) }()
	src.anew = m.anew
	if err := m.all(ctx, c); err != nil {
		return errors.Join(err, m.cutOff())
	}
	return m.end()
}

// anew begins anew: the source turned out to be another one. Nothing has been
// sent yet.
func (m *importing) anew() error {
	m.at, m.tally = checkpoint{}, tally{IgnoredFields: map[string]int{}}
	m.progress.skip(0)
	m.progress.say("it is another source, and all of it is taken")
	return m.rejects.truncate(0)
}

// cutOff notes how far the import came.
func (m *importing) cutOff() error {
	m.progress.done()
	if m.tally.items() == 0 {
		return nil
	}
	m.note()
	err := m.report()
	if m.checkpoints.path != "" {
		newPrinter(m.err).line("The same command goes on behind item %s.", count(m.tally.items()))
	}
	return err
}

// all takes everything in.
func (m *importing) all(ctx context.Context, c *client.Client) error {
	for ack, err := range m.acks(ctx, c) {
		if err != nil {
			return err
		}
		ack = unchanged(ack)
		m.src.receipts.acknowledged(ack.Err)
		if err := m.acknowledged(<-m.waiting, ack); err != nil {
			return err
		}
	}
	return nil
}

// acknowledged takes note of what became of an item.
func (m *importing) acknowledged(s sent, ack client.Ack) error {
	if err := m.one(s, ack); err != nil {
		return err
	}
	m.tally.add(s, ack)
	m.progress.update(m.tally.items(), m.src.read.Load())
	m.advance(s, ack)
	if m.checkpoints.due() {
		m.note()
	}
	return nil
}

// note writes how far the import has come. Where that fails it goes on all the
// same: only time can be lost.
func (m *importing) note() {
	if err := m.checkpoints.write(m.at); err != nil {
		m.progress.say("not noting how far it came, so that it could not go on there: %v", err)
		m.checkpoints = &checkpointFile{}
	}
}

// advance moves the checkpoint behind an item.
func (m *importing) advance(s sent, ack client.Ack) {
	if s.begins != "" {
		m.at.Begins = s.begins
		m.at.Before, m.at.File = m.src.before(s.place.File), m.src.found[s.place.File].identity()
	}
	m.at.Place = place{s.place.File, s.place.Item + 1}
	m.at.Tally, m.at.Rejects = m.tally, m.rejects.bytes()
	if ack.Err == nil {
		if m.at.Last = ack.ArticleID; m.at.First == "" {
			m.at.First = ack.ArticleID
		}
	}
}

// one tells what became of one article: a program always, a person where it was
// refused.
func (m *importing) one(s sent, a client.Ack) error {
	if a.Err != nil && !errors.Is(a.Err, ingest.ErrPassedOver) {
		if err := m.rejects.add(s, a.Err); err != nil {
			return fmt.Errorf("--rejects: %w", err)
		}
	}
	if m.json {
		return writeLine(m.out, func() ([]byte, error) {
			return wire.AckJSON(wire.Ack{Index: m.tally.items(), Item: a.Label, ArticleID: a.ArticleID, Outcome: a.Outcome, Claims: a.Claims, Changes: a.Changes, Undated: a.Undated, Err: a.Err})
		})
	}
	if a.Err == nil || isNoFault(a.Err) {
		return nil
	}
	if m.told++; m.rejects == nil || m.told <= maxTold {
		m.progress.say("refused %s: %v", a.Label, a.Err)
	}
	if m.rejects != nil && m.told == maxTold {
		m.progress.say("further ones are not told here but in %s", m.rejectsPath)
	}
	return nil
}

// end reports, once all is done.
func (m *importing) end() error {
	m.progress.done()
	if err := errors.Join(m.checkpoints.remove(), m.report()); err != nil {
		return err
	}
	if m.tally.Refused > 0 {
		in := ""
		if m.rejects != nil {
			in = "; see " + m.rejectsPath
		}
		return fmt.Errorf("%s of %s articles were refused%s", count(m.tally.Refused), count(m.tally.Articles), in)
	}
	return nil
}

func (m *importing) report() error {
	if m.json {
		return writeLine(m.out, func() ([]byte, error) { return json.Marshal(map[string]tally{"summary": m.tally}) })
	}
	newPrinter(m.out).line("%s", m.tally.String())
	if took := time.Since(m.progress.began); took >= leastTold {
		newPrinter(m.err).line("It took %s, %s.", took.Round(time.Second), m.progress.rate(m.tally.items()))
	}
	if len(m.tally.IgnoredFields) > 0 {
		newPrinter(m.err).line("%s", tellIgnored(m.tally.IgnoredFields))
	}
	return nil
}

// leastTold is how long something takes whose time is worth telling.
const leastTold = 5 * time.Second

// acks sends the articles and yields an acknowledgement for each item, those
// that could not be read included, in order. Where there is nothing to send, no
// server is asked.
func (m *importing) acks(ctx context.Context, c *client.Client) iter.Seq2[client.Ack, error] {
	if !m.src.none() {
		return c.IngestAll(ctx, m.items(ctx))
	}
	return func(yield func(client.Ack, error) bool) {
		for item := range m.items(ctx) {
			if !yield(client.Ack{Label: item.Label, Err: item.Err}, nil) {
				return
			}
		}
	}
}

// items yields what is sent, and remembers each until it is acknowledged.
func (m *importing) items(ctx context.Context) iter.Seq[client.Item] {
	return func(yield func(client.Item) bool) {
		for item := range m.src.items(ctx) {
			at := m.src.given
			s := sent{place: at, where: item.Where, ignored: item.Ignored}
			if at.Item == 0 || at == m.src.from {
				s.begins = m.src.first
			}
			if m.rejectsPath != "" {
				s.item = &item
			}
			select {
			case m.waiting <- s:
			case <-ctx.Done():
				return
			}
			if !yield(client.Item{Article: item.Article, Label: item.Where, Err: item.Err}) {
				return
			}
		}
	}
}
