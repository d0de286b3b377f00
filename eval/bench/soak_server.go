package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"syscall"
	"time"

	"github.com/onrecord/onrecord/client"
)

// A process is a server as users run it.
type process struct {
	cmd     *exec.Cmd
	address string
}

// mostStarting is how long a server may take until it answers.
const mostStarting = 30 * time.Second

// startServer starts the program and waits until it answers.
func startServer(ctx context.Context, program, data string) (*process, error) {
	address, err := freeAddress()
	if err != nil {
		return nil, err
	}
	web, err := freeAddress()
	if err != nil {
		return nil, err
	}
	p := &process{cmd: exec.Command(program, "serve", "--data", data, "--grpc", address, "--http", web), address: address}
	p.cmd.Stderr = os.Stderr
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	if err := p.wait(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("%s does not answer: %w", program, err), p.stop())
	}
	return p, nil
}

// wait waits until the server answers.
func (p *process) wait(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, mostStarting)
	defer cancel()
	c, err := client.New(p.address, client.Config{})
	if err != nil {
		return err
	}
	defer c.Close()
	for {
		_, err := c.SearchPage(ctx, client.Query{PageSize: 1}, "")
		if err == nil || ctx.Err() != nil {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// stop asks the server to end, as a service manager does, and waits for it.
func (p *process) stop() error {
	return errors.Join(p.cmd.Process.Signal(syscall.SIGTERM), p.cmd.Wait())
}

// freeAddress returns an address of loopback that nobody listens on.
func freeAddress() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return listener.Addr().String(), listener.Close()
}
