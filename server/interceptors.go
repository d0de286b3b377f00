package server

import (
	"context"
	"log/slog"
	"runtime/debug"

	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/logging"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/recovery"
	"google.golang.org/grpc"
)

// interceptors are the same for gRPC and REST. From the outside in: the log
// line sees the final status; errors become statuses; a panic becomes an error.
func (s *Server) interceptors(check validator) []grpc.ServerOption {
	lines := logging.LoggerFunc(func(ctx context.Context, level logging.Level, msg string, fields ...any) {
		s.cfg.Log.Log(ctx, slog.Level(level), msg, fields...)
	})
	once := logging.WithLogOnEvents(logging.FinishCall)
	// Without a handler of its own the middleware sends the stack to the caller.
	panics := recovery.WithRecoveryHandlerContext(func(ctx context.Context, p any) error {
		s.cfg.Log.ErrorContext(ctx, "panic in a handler", "panic", p, "stack", string(debug.Stack()))
		return errInternal
	})
	return []grpc.ServerOption{
		grpc.ChainUnaryInterceptor(
			logging.UnaryServerInterceptor(lines, once),
			s.unaryErrors,
			recovery.UnaryServerInterceptor(panics),
			s.unaryDeadline,
			check.unary,
		),
		grpc.ChainStreamInterceptor(
			logging.StreamServerInterceptor(lines, once),
			s.streamErrors,
			recovery.StreamServerInterceptor(panics),
		),
	}
}

func (s *Server) unaryErrors(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	resp, err := next(ctx, req)
	return resp, toStatus(ctx, s.cfg.Log, info.FullMethod, err)
}

func (s *Server) streamErrors(srv any, stream grpc.ServerStream, info *grpc.StreamServerInfo, next grpc.StreamHandler) error {
	return toStatus(stream.Context(), s.cfg.Log, info.FullMethod, next(srv, stream))
}

// unaryDeadline gives a call without a deadline the server's own.
func (s *Server) unaryDeadline(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	if _, ok := ctx.Deadline(); ok {
		return next(ctx, req)
	}
	ctx, cancel := context.WithTimeout(ctx, s.cfg.Timeout)
	defer cancel()
	return next(ctx, req)
}
