package main

import (
	"context"
	"errors"
	"net"
	"sync/atomic"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/stats"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// sizes adds up the bytes of the messages of a connection.
type sizes struct{ sent, received atomic.Int64 }

func (s *sizes) options() []grpc.DialOption { return []grpc.DialOption{grpc.WithStatsHandler(s)} }

// The methods of stats.Handler.

// TagRPC adds nothing.
func (s *sizes) TagRPC(ctx context.Context, _ *stats.RPCTagInfo) context.Context { return ctx }

// TagConn adds nothing.
func (s *sizes) TagConn(ctx context.Context, _ *stats.ConnTagInfo) context.Context { return ctx }

// HandleConn does nothing.
func (s *sizes) HandleConn(context.Context, stats.ConnStats) {}

// HandleRPC counts.
func (s *sizes) HandleRPC(_ context.Context, event stats.RPCStats) {
	switch event := event.(type) {
	case *stats.OutPayload:
		s.sent.Add(int64(event.Length))
	case *stats.InPayload:
		s.received.Add(int64(event.Length))
	}
}

// An echo is a gRPC server of one method that does nothing, and a client of it:
// the least that a call costs.
type echo struct {
	server *grpc.Server
	conn   *grpc.ClientConn
	answer atomic.Pointer[wrapperspb.BytesValue]
	served chan error
}

const echoService, echoMethod = "bench.Echo", "Echo"

func newEcho() (*echo, error) {
	e := &echo{server: grpc.NewServer(), served: make(chan error, 1)}
	e.server.RegisterService(&grpc.ServiceDesc{
		ServiceName: echoService, HandlerType: (*any)(nil),
		Methods: []grpc.MethodDesc{{MethodName: echoMethod, Handler: e.handle}},
	}, e)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	go func() { e.served <- e.server.Serve(listener) }()
	e.conn, err = grpc.NewClient(listener.Addr().String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	return e, err
}

func (e *echo) handle(_ any, _ context.Context, decode func(any) error, _ grpc.UnaryServerInterceptor) (any, error) {
	return e.answer.Load(), decode(&wrapperspb.BytesValue{})
}

// ask returns a call that sends and receives messages of these sizes.
func (e *echo) ask(ctx context.Context, sent, received int) func(int) error {
	e.answer.Store(wrapperspb.Bytes(make([]byte, received)))
	request := wrapperspb.Bytes(make([]byte, sent))
	return func(int) error {
		return e.conn.Invoke(ctx, "/"+echoService+"/"+echoMethod, request, &wrapperspb.BytesValue{})
	}
}

func (e *echo) close() error {
	err := e.conn.Close()
	e.server.Stop()
	return errors.Join(err, <-e.served)
}
