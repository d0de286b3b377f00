//go:build unix

package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestFirstCtrlC ends an ingest that waits for more of its input.
func TestFirstCtrlC(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	server := startProcess(t, t.TempDir())
	cmd := command(t, "ingest", "--json", "--server", server.addr, "-")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	var told strings.Builder
	cmd.Stderr = &told
	out := startReading(t, cmd)
	fmt.Fprintln(in, `{"text": "“It rains,” Ida Holm said."}`)
	expectLine(t, out, `"index":"0"`)
	interrupt(t, cmd)
	expectLine(t, out, `{"summary":{"articles":1,"created":1,`)
	if got, want := exitOf(cmd), 130; got != want {
		t.Errorf("exit status: got %d, want %d", got, want)
	}
	if got, want := told.String(), "The same command goes on behind item 1.\nonrecord: interrupted\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestSecondCtrlCOfACommand has one that cannot be ended gracefully: the system
// opens a pipe that nobody writes to.
func TestSecondCtrlCOfACommand(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	server := startProcess(t, t.TempDir())
	folder := t.TempDir()
	pipe, article := filepath.Join(folder, "pipe"), filepath.Join(folder, "article.txt")
	if err := os.WriteFile(article, []byte("“It rains,” Ida Holm said."), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	cmd := command(t, "ingest", "--json", "--server", server.addr, article, pipe)
	out := startReading(t, cmd)
	expectLine(t, out, `"index":"0"`)
	interruptUntilKilled(t, cmd)
}

// TestSecondCtrlCOfTheServer has a request under way that does not come to its
// end, which a server waits for after the first.
func TestSecondCtrlCOfTheServer(t *testing.T) {
	addr := freeAddress(t)
	cmd := command(t, "serve", "--data", t.TempDir(), "--grpc", freeAddress(t), "--http", addr)
	told, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if err := dial(addr); err != nil {
		t.Fatal(err)
	}
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "POST /v1/articles:ingest HTTP/1.1\r\nHost: %s\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n{", addr)
	expectLine(t, bufio.NewReader(conn), "HTTP/1.1 100 Continue") // the body is being waited for
	interrupt(t, cmd)
	expectLine(t, bufio.NewReader(told), "Stopping: calls under way may finish.")
	interruptUntilKilled(t, cmd)
}

// command is this program with arguments; it is killed with the test.
func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	program, err := exec.LookPath("onrecord")
	if err != nil {
		t.Fatal(err)
	}
	return exec.CommandContext(t.Context(), program, args...)
}

func startReading(t *testing.T, cmd *exec.Cmd) *bufio.Reader {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return bufio.NewReader(out)
}

func expectLine(t *testing.T, r *bufio.Reader, part string) {
	t.Helper()
	line, err := r.ReadString('\n')
	if err != nil || !strings.Contains(line, part) {
		t.Fatalf("got line %q, %v; want one with %q", line, err, part)
	}
}

func interrupt(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
}

// interruptUntilKilled sends signals until the process is gone, and wants it
// killed by one: it did not come to its end by itself.
func interruptUntilKilled(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	gone := make(chan int, 1)
	go func() { gone <- exitOf(cmd) }()
	for {
		_ = cmd.Process.Signal(os.Interrupt) // it may be gone
		select {
		case status := <-gone:
			state := cmd.ProcessState.Sys().(syscall.WaitStatus)
			if !state.Signaled() || state.Signal() != syscall.SIGINT {
				t.Errorf("got exit status %d (%v), want an end by SIGINT", status, cmd.ProcessState)
			}
			return
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// exitOf waits for the end; -1 is that of a signal.
func exitOf(cmd *exec.Cmd) int {
	_ = cmd.Wait() // ProcessState says it
	return cmd.ProcessState.ExitCode()
}
