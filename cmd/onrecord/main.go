// Command onrecord is the whole of On Record: the server, and the commands that
// ask one.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/onrecord/onrecord/client"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "onrecord:", err)
		os.Exit(1)
	}
}

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// run is the program without the process around it.
func run(ctx context.Context, args []string, in io.Reader, out, errOut io.Writer) error {
	std := streams{in, out, errOut}
	root := &cobra.Command{
		Use:           "onrecord",
		Short:         "What was said before, by whom, where, and in which words",
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	root.AddCommand(serveCommand(std), ingestCommand(std), searchCommand(std), relatedCommand(std),
		checkCommand(std), timelineCommand(std), getCommand(std), deleteCommand(std), speakersCommand(std), showSpeakerCommand(std),
		mergeCommand(std), splitCommand(std), correctCommand(std))
	return explain(root.ExecuteContext(ctx))
}

// explain adds to an error what a person at a terminal can do about it.
func explain(err error) error {
	var e *client.Error
	if errors.As(err, &e) && e.Code.String() == "Unavailable" {
		return fmt.Errorf("the server does not answer: %w\nIs it running (onrecord serve), and is --server its gRPC address?", err)
	}
	return err
}

func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(development)"
	}
	return info.Main.Version
}

// asking is what the commands that ask a server share: its address, and whether
// the answer is for a program.
type asking struct {
	streams
	server string
	json   bool
}

func (a *asking) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.server, "server", "127.0.0.1:50051", "gRPC address of the server")
	cmd.Flags().BoolVar(&a.json, "json", false, "answer as JSON, one object a line, in the form of the REST API")
}

// with calls f with a client of the server.
func (a *asking) with(f func(*client.Client) error) error {
	c, err := client.New(a.server, client.Config{})
	if err != nil {
		return err
	}
	return errors.Join(f(c), c.Close())
}
