package main

import (
	"context"
	"io"
	"os"
	"sync"

	"golang.org/x/term"
)

// An output is where a command writes. What cannot be written is remembered, so
// that a command need not look at each line whether the disk is full.
type output struct {
	w   io.Writer
	mu  sync.Mutex
	err error
}

// Write implements io.Writer.
func (o *output) Write(p []byte) (int, error) {
	n, err := o.w.Write(p)
	if err != nil {
		o.mu.Lock()
		defer o.mu.Unlock()
		if o.err == nil {
			o.err = err
		}
	}
	return n, err
}

// failed returns the first error there was.
func (o *output) failed() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.err
}

// terminal returns the terminal that w is, if it is one.
func terminal(w io.Writer) (fd int, ok bool) {
	if o, is := w.(*output); is {
		w = o.w
	}
	f, is := w.(*os.File)
	if !is || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	return int(f.Fd()), true
}

// An input is a reader that stops when its context ends, even while it waits
// for somebody to type. The read that is under way then goes on behind it, so r
// must not be used any more.
type input struct {
	ctx  context.Context
	r    io.Reader
	read chan chunk
}

// chunk is what one read gave.
type chunk struct {
	n   int
	err error
}

func newInput(ctx context.Context, r io.Reader) *input {
	return &input{ctx: ctx, r: r, read: make(chan chunk, 1)}
}

// Read implements io.Reader.
func (in *input) Read(p []byte) (int, error) {
	if err := in.ctx.Err(); err != nil {
		return 0, err
	}
	own := make([]byte, len(p)) // p is the caller's again when this returns
	go func() {
		n, err := in.r.Read(own)
		in.read <- chunk{n, err}
	}()
	select {
	case c := <-in.read:
		return copy(p, own[:c.n]), c.err
	case <-in.ctx.Done():
		return 0, in.ctx.Err()
	}
}
