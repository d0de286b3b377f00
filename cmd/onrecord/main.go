// Command onrecord is the whole of On Record: the server, and the commands that
// ask one.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/onrecord/onrecord/client"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // from then on signals do what they do by themselves: a second one ends the program at once
	err := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	if err == nil {
		return
	}
	p := newPrinter(os.Stderr)
	for line := range strings.SplitSeq("onrecord: "+err.Error(), "\n") {
		p.line("%s", line)
	}
	if errors.Is(err, errInterrupted) {
		os.Exit(130) // as shells have it for Ctrl-C
	}
	os.Exit(1)
}

// errInterrupted: a signal ended the command before its end.
var errInterrupted = errors.New("interrupted")

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// run is the program without the process around it.
func run(ctx context.Context, args []string, in io.Reader, out, errOut io.Writer) error {
	answer := &output{w: out}
	std := streams{in, answer, errOut}
	root := &cobra.Command{
		Use:           "onrecord",
		Short:         "What was said before, by whom, where, and in which words",
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetArgs(args)
	root.SetIn(std.in)
	root.SetOut(std.out)
	root.SetErr(errOut)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%w\nSee %s --help", err, cmd.CommandPath())
	})
	root.AddCommand(serveCommand(std), ingestCommand(std), searchCommand(std), relatedCommand(std),
		checkCommand(std), listCommand(std), getCommand(std), deleteCommand(std), speakersCommand(std), showSpeakerCommand(std),
		mergeCommand(std), splitCommand(std), correctCommand(std))
	err := root.ExecuteContext(ctx)
	switch {
	case ctx.Err() != nil && isCanceled(err):
		return errInterrupted
	case answer.failed() != nil:
		return fmt.Errorf("write the answer: %w", answer.failed())
	}
	return explain(err)
}

// isCanceled reports whether err is what the end of a context makes of a command.
func isCanceled(err error) bool {
	return errors.Is(err, context.Canceled) || status.Code(err) == codes.Canceled
}

// takes refuses too few or too many arguments, and says what the command takes.
func takes(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return fmt.Errorf("%s takes %s\nSee %s --help", cmd.Name(), what, cmd.CommandPath())
		}
		return nil
	}
}

// unlimited stands for any number of arguments.
const unlimited = math.MaxInt

// explain adds to an error what a person at a terminal can do about it.
func explain(err error) error {
	var e *client.Error
	if errors.As(err, &e) && e.Code == codes.Unavailable {
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
