package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"path/filepath"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/onrecord/onrecord/index"
	"github.com/onrecord/onrecord/internal/garbage"
	"github.com/onrecord/onrecord/server"
	"github.com/onrecord/onrecord/service"
)

type serveFlags struct {
	streams
	data, grpc, http, sample string
	verbose                  bool
}

func serveCommand(std streams) *cobra.Command {
	f := &serveFlags{streams: std}
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Run the server: gRPC on one port, REST on another, over an embedded index",
		Args:  takes(0, 0, "no arguments"),
		RunE:  func(cmd *cobra.Command, _ []string) error { return f.run(cmd.Context()) },
	}
	cmd.Flags().StringVar(&f.data, "data", "data", "`folder` of the index; made where there is none")
	cmd.Flags().StringVar(&f.grpc, "grpc", "127.0.0.1:50051", "`address` for gRPC")
	cmd.Flags().StringVar(&f.http, "http", "127.0.0.1:8080", "`address` for REST")
	cmd.Flags().StringVar(&f.sample, "sample", "", "`folder` of articles to take in where the index is empty")
	cmd.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "log every request, not only what goes wrong")
	return cmd
}

// run serves until ctx ends. Listening comes last but one, so that whoever can
// connect gets an answer.
func (f *serveFlags) run(ctx context.Context) error {
	garbage.Bound(ctx)
	idx, err := index.Open(index.Config{Path: filepath.Join(f.data, "index")})
	if err != nil {
		return err
	}
	return errors.Join(f.serve(ctx, idx), idx.Close())
}

func (f *serveFlags) serve(ctx context.Context, idx *index.Index) error {
	key, err := tokenKey(filepath.Join(f.data, "token.key"))
	if err != nil {
		return fmt.Errorf("page token key: %w", err)
	}
	svc, err := service.New(service.Config{Index: idx})
	if err != nil {
		return err
	}
	log := f.log()
	srv, err := server.New(server.Config{Service: svc, Log: log, TokenKey: key})
	if err != nil {
		return err
	}
	grpcLis, err := net.Listen("tcp", f.grpc)
	if err != nil {
		return fmt.Errorf("--grpc: %w", err)
	}
	httpLis, err := net.Listen("tcp", f.http)
	if err != nil {
		return errors.Join(fmt.Errorf("--http: %w", err), grpcLis.Close())
	}
	defer context.AfterFunc(ctx, func() {
		newPrinter(f.err).line("Stopping: calls under way may finish. Another Ctrl-C ends it at once.")
	})()
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return srv.Serve(ctx, grpcLis, httpLis) })
	g.Go(func() error {
		if err := f.welcome(ctx, svc, grpcLis.Addr().String(), httpLis.Addr().String()); err != nil {
			return err
		}
		f.refresh(ctx, svc, log)
		return nil
	})
	return g.Wait()
}

func (f *serveFlags) log() *slog.Logger {
	level := slog.LevelWarn
	if f.verbose {
		level = slog.LevelInfo
	}
	return slog.New(slog.NewTextHandler(f.err, &slog.HandlerOptions{Level: level}))
}
