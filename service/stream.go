package service

import (
	"context"
	"errors"
	"io"
)

// maxInFlight bounds the articles of one stream that are taken in at the same
// time: enough of them for the index to make many durable at once.
const maxInFlight = 64

// A StreamItem is one draft of a stream, or the reason why there is none.
type StreamItem struct {
	Label string // the sender's own words, given back with the acknowledgement
	Draft Draft
	Err   error // why the draft could not be read; those behind it can
}

// An Ack is the acknowledgement of one item of a stream.
type Ack struct {
	Label string
	Ingested
	Err error // why it was not taken; then Ingested is zero
}

// IngestStream takes in the items that next returns, many at the same time,
// until it returns io.EOF, and calls ack for each one, in order, once it is
// durable or refused. Drafts of the same article are taken in one after the
// other. Any other error of next, and any of ack, ends the stream and is
// returned; next may then still be running, for the last time.
func (s *Service) IngestStream(ctx context.Context, next func() (StreamItem, error), ack func(Ack) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue := make(chan *inFlight, maxInFlight)
	go s.readItems(ctx, next, queue)
	for item := range queue {
		<-item.done
		if item.end != nil {
			return item.end
		}
		if err := ack(item.ack); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// inFlight is one item between next and ack.
type inFlight struct {
	done chan struct{} // closed when ack or end is set
	ack  Ack
	end  error // why the stream cannot go on
}

// readItems queues what next returns, each being taken in, and closes queue at
// the end.
func (s *Service) readItems(ctx context.Context, next func() (StreamItem, error), queue chan<- *inFlight) {
	defer close(queue)
	last := make(map[string]*inFlight) // by article ID: the newest one in the stream
	for {
		in, err := next()
		if errors.Is(err, io.EOF) {
			return
		}
		item := &inFlight{done: make(chan struct{}), end: err}
		item.ack.Label, item.ack.Err = in.Label, in.Err
		select {
		case queue <- item:
		case <-ctx.Done():
			return
		}
		if err != nil {
			close(item.done)
			return
		}
		if in.Err != nil {
			close(item.done)
			continue
		}
		s.take(ctx, in.Draft, item, last)
	}
}

// take begins to take a draft in, behind the one before of the same article.
func (s *Service) take(ctx context.Context, draft Draft, item *inFlight, last map[string]*inFlight) {
	article, err := draft.article(s.now())
	if err != nil {
		item.ack.Err = err
		close(item.done)
		return
	}
	before := last[article.ID]
	if len(last) > 2*maxInFlight {
		dropDone(last)
	}
	last[article.ID] = item
	go func() {
		defer close(item.done)
		if before != nil {
			<-before.done
		}
		item.ack.Ingested, item.ack.Err = s.ingest(ctx, article)
	}()
}

// dropDone forgets the articles that need not be waited for any more.
func dropDone(last map[string]*inFlight) {
	for id, item := range last {
		select {
		case <-item.done:
			delete(last, id)
		default:
		}
	}
}
