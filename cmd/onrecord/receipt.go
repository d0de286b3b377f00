package main

import (
	"sync"

	"github.com/onrecord/onrecord/fetch"
)

// receipts tell when all that was fetched with a response is safe: only then may
// the site be asked for changes alone.
type receipts struct {
	remember func(*fetch.Response)
	mu       sync.Mutex
	sent     [][]*receipt // of each item that is not acknowledged yet, in order
}

// A receipt is a response on the way in.
type receipt struct {
	response *fetch.Response
	open     int  // items that are not acknowledged yet
	ended    bool // there are no more
	failed   bool // one was not taken in
}

// send notes the next item, which is of these responses.
func (r *receipts) send(of ...*receipt) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, one := range of {
		one.open++
	}
	r.sent = append(r.sent, of)
}

// acknowledged notes what became of the item that was sent longest ago.
func (r *receipts) acknowledged(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	of := r.sent[0]
	r.sent = r.sent[1:]
	for _, one := range of {
		one.open--
		one.failed = one.failed || err != nil && !isNoFault(err)
		r.settle(one)
	}
}

// end notes that all items of a response were sent. Where they were not, it is
// not remembered.
func (r *receipts) end(one *receipt) {
	r.mu.Lock()
	defer r.mu.Unlock()
	one.ended = true
	r.settle(one)
}

func (r *receipts) settle(one *receipt) {
	if one.ended && one.open == 0 && !one.failed {
		r.remember(one.response)
	}
}
