// Package server is the network's side of On Record: the gRPC services, the
// REST gateway over them, health, reflection, limits and logging. A handler
// converts, calls package service and converts back; what is said about before,
// and how that is found, is not decided here.
package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"buf.build/go/protovalidate"
	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/keepalive"
	"google.golang.org/grpc/reflection"
	"google.golang.org/grpc/test/bufconn"

	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
	"github.com/onrecord/onrecord/service"
)

// Config is what a Server is made of. Service is required; the zero value of
// every other field works.
type Config struct {
	// Service answers.
	Service *service.Service
	// Log gets one line a request and every internal error; nil: discarded.
	Log *slog.Logger
	// TokenKey authenticates page tokens; at least 16 bytes. Nil: a key of this
	// process, so that tokens do not survive a restart.
	TokenKey []byte
	// Drain is how long a shutdown waits for calls under way; 0: 10 seconds.
	Drain time.Duration
	// Timeout bounds a unary call that brings no deadline of its own; 0: 1 minute.
	Timeout time.Duration
}

// A Server serves gRPC and REST until its context ends.
type Server struct {
	cfg    Config
	grpc   *grpc.Server
	health *health.Server
	// stopping is closed when a shutdown begins.
	stopping chan struct{}
}

// streamWorkers is how many calls are answered by goroutines that have answered
// others, whose stacks have grown already; a call beyond them has one of its own.
const streamWorkers = 16

// New returns a Server that does not listen yet.
func New(cfg Config) (*Server, error) {
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.Drain == 0 {
		cfg.Drain = 10 * time.Second
	}
	if cfg.Timeout == 0 {
		cfg.Timeout = time.Minute
	}
	rules, err := protovalidate.New()
	if err != nil {
		return nil, fmt.Errorf("compile the validation rules: %w", err)
	}
	tokens, err := newTokenCodec(cfg.TokenKey)
	if err != nil {
		return nil, err
	}
	s := &Server{cfg: cfg, health: health.NewServer(), stopping: make(chan struct{})}
	check := validator{rules}
	s.grpc = grpc.NewServer(append(s.interceptors(check),
		grpc.ForceServerCodecV2(newUTF8Codec()),
		grpc.MaxRecvMsgSize(maxMessage),
		grpc.MaxSendMsgSize(maxMessage),
		grpc.MaxConcurrentStreams(1000),
		grpc.NumStreamWorkers(streamWorkers),
		grpc.KeepaliveParams(keepalive.ServerParameters{MaxConnectionIdle: 15 * time.Minute, Time: time.Minute, Timeout: 20 * time.Second}),
		grpc.KeepaliveEnforcementPolicy(keepalive.EnforcementPolicy{MinTime: 10 * time.Second, PermitWithoutStream: true}),
	)...)
	onrecordv1.RegisterArticleServiceServer(s.grpc, &articleServer{service: cfg.Service, tokens: tokens, check: check, log: cfg.Log, stopping: s.stopping})
	onrecordv1.RegisterClaimServiceServer(s.grpc, &claimServer{service: cfg.Service, tokens: tokens, check: check})
	onrecordv1.RegisterSpeakerServiceServer(s.grpc, &speakerServer{service: cfg.Service, tokens: tokens})
	onrecordv1.RegisterGroupServiceServer(s.grpc, &groupServer{service: cfg.Service, tokens: tokens})
	onrecordv1.RegisterTimelineServiceServer(s.grpc, &timelineServer{service: cfg.Service, tokens: tokens})
	onrecordv1.RegisterQuoteServiceServer(s.grpc, &quoteServer{service: cfg.Service})
	healthpb.RegisterHealthServer(s.grpc, s.health)
	reflection.Register(s.grpc)
	return s, nil
}

// Serve answers gRPC on grpcLis and REST on httpLis, both of which it closes,
// until ctx ends; then it finishes the calls under way, for Config.Drain at the
// most, and returns nil. It may be called once.
func (s *Server) Serve(ctx context.Context, grpcLis, httpLis net.Listener) error {
	inProcess := bufconn.Listen(1 << 20)
	conn, err := dialInProcess(inProcess)
	if err != nil {
		return err
	}
	defer conn.Close()
	gateway, err := newGateway(context.WithoutCancel(ctx), conn)
	if err != nil {
		return err
	}
	for _, lis := range []net.Listener{grpcLis, httpLis} {
		if !isLoopback(lis.Addr().String()) {
			s.cfg.Log.Warn("whoever can reach this address can read and write: there is no authentication", "address", lis.Addr().String())
		}
	}
	web := newWeb(guard(gateway, httpLis.Addr()))
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error { return s.grpc.Serve(grpcLis) })
	g.Go(func() error { return s.grpc.Serve(inProcess) })
	g.Go(func() error { return ignoreClosed(web.Serve(httpLis)) })
	g.Go(func() error {
		<-gctx.Done()
		s.shutdown(web)
		return nil
	})
	return g.Wait()
}

func newWeb(handler http.Handler) *http.Server {
	web := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, Protocols: new(http.Protocols)}
	web.Protocols.SetHTTP1(true)
	web.Protocols.SetUnencryptedHTTP2(true)
	return web
}

func ignoreClosed(err error) error {
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// shutdown lets the calls under way finish: health checks fail first, so that
// balancers go elsewhere; then REST drains, which needs gRPC; then gRPC. Half
// of the time is kept for gRPC, so that a hanging REST call does not use it up.
func (s *Server) shutdown(web *http.Server) {
	s.health.Shutdown()
	close(s.stopping)
	half, cancel := context.WithTimeout(context.Background(), s.cfg.Drain/2)
	defer cancel()
	if err := web.Shutdown(half); err != nil {
		s.cfg.Log.Warn("REST calls cut off", "err", errors.Join(err, web.Close()))
	}
	done := make(chan struct{})
	go func() { s.grpc.GracefulStop(); close(done) }()
	select {
	case <-done:
	case <-time.After(s.cfg.Drain / 2):
		s.cfg.Log.Warn("gRPC calls cut off")
		s.grpc.Stop()
	}
}
