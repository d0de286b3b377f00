package main

import (
	"context"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes this test binary the program itself where a test runs it as
// "onrecord", so that scripts and the kill test have real processes.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"onrecord": main})
}

// TestScripts runs testdata/*.txtar: each with a server of its own (on disk,
// $SERVER its gRPC address and $HTTP its REST one), started by the script.
func TestScripts(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("SERVER", freeAddress(t))
			env.Setenv("HTTP", freeAddress(t))
			env.Setenv("SAMPLE", filepath.Join(root, "sample", "articles"))
			env.Setenv("SOURCES", filepath.Join(root, "ingest", "testdata", "sources"))
			env.Setenv("DRAFTS", filepath.Join(root, "sample", "drafts"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"await": await, "site": site},
	})
}

// await waits until the addresses take connections.
func await(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: await ADDR…")
	}
	for _, addr := range args {
		ts.Check(dial(addr))
	}
}

func dial(addr string) error {
	for began := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		conn, err := net.Dial("tcp", addr)
		if err == nil {
			return conn.Close()
		}
		if time.Since(began) > 30*time.Second {
			return err
		}
	}
}

// freeAddress returns a loopback address that nobody listens on.
func freeAddress(t testing.TB) string {
	t.Helper()
	lis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer lis.Close()
	return lis.Addr().String()
}

// A process is an onrecord server of its own.
type process struct {
	cmd  *exec.Cmd
	addr string
}

func startProcess(t testing.TB, data string) *process {
	t.Helper()
	return startProcessAt(t, data, freeAddress(t))
}

// startProcessAt starts a server at a gRPC address.
func startProcessAt(t testing.TB, data, addr string) *process {
	t.Helper()
	program, err := exec.LookPath("onrecord")
	if err != nil {
		t.Fatal(err)
	}
	p := &process{addr: addr}
	p.cmd = exec.Command(program, "serve", "--data", data, "--grpc", p.addr, "--http", freeAddress(t))
	p.cmd.Stderr = os.Stderr
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.kill() })
	if err := dial(p.addr); err != nil {
		t.Fatal(err)
	}
	return p
}

// kill is kill -9.
func (p *process) kill() {
	_ = p.cmd.Process.Kill() // it may be dead already
	_ = p.cmd.Wait()         // its error is that it was killed
}

func TestRunTellsAnUnknownCommand(t *testing.T) {
	err := run(context.Background(), []string{"serch"}, strings.NewReader(""), io.Discard, io.Discard)
	if err == nil || !strings.Contains(err.Error(), "serch") {
		t.Errorf("got %v, want an error that names the command", err)
	}
}
