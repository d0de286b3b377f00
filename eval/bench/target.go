package main

import (
	"context"
	"errors"
	"net"
	"time"

	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/eval/bench/measure"
	"github.com/onrecord/onrecord/index"
	"github.com/onrecord/onrecord/server"
	"github.com/onrecord/onrecord/service"
)

// A target is an open index with everything over it that is measured.
type target struct {
	index   *index.Index
	service *service.Service
	client  *client.Client
	sizes   *sizes // of the messages of a second client
	sizing  *client.Client
	echo    *echo
	stop    context.CancelFunc
	served  chan error
}

// open opens the index as a process does after the machine was started: its
// files are not in memory. It measures how long the first answer takes.
func (b *bench) open(ctx context.Context) (*target, error) {
	if err := measure.Forget(b.indexPath()); err != nil {
		return nil, err
	}
	began := time.Now()
	x, err := index.Open(index.Config{Path: b.indexPath()})
	if err != nil {
		return nil, err
	}
	b.figures.Open.Index = time.Since(began).Seconds()
	s, err := service.New(service.Config{Index: x})
	if err != nil {
		return nil, errors.Join(err, x.Close())
	}
	b.figures.Open.Service = time.Since(began).Seconds()
	first := commonTerm(b.corpus, b.corpus.Questions("first answer"))
	if _, err := first.library(ctx, s); err != nil {
		return nil, errors.Join(err, x.Close())
	}
	b.figures.Open.FirstAnswer = time.Since(began).Seconds()
	t := &target{index: x, service: s, sizes: &sizes{}, served: make(chan error, 1)}
	if err := t.serve(ctx); err != nil {
		return nil, errors.Join(err, x.Close())
	}
	measure.Settle(mostSettling)
	return t, nil
}

// serve starts the server on loopback, and clients of it.
func (t *target) serve(ctx context.Context) error {
	srv, err := server.New(server.Config{Service: t.service})
	if err != nil {
		return err
	}
	var listeners [2]net.Listener
	for i := range listeners {
		if listeners[i], err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
			return err
		}
	}
	ctx, t.stop = context.WithCancel(ctx)
	go func() { t.served <- srv.Serve(ctx, listeners[0], listeners[1]) }()
	address := listeners[0].Addr().String()
	if t.client, err = client.New(address, client.Config{}); err != nil {
		return err
	}
	if t.sizing, err = client.New(address, client.Config{DialOptions: t.sizes.options()}); err != nil {
		return err
	}
	t.echo, err = newEcho()
	return err
}

func (t *target) close() error {
	err := errors.Join(t.client.Close(), t.sizing.Close(), t.echo.close())
	t.stop()
	return errors.Join(err, <-t.served, t.index.Close())
}
