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
	context.AfterFunc(ctx, stop) // from then on signals do what they do by themselves: a second one ends the program at once
	err := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	if err == nil {
		return
	}
	tell(os.Stderr, err)
	if errors.Is(err, errInterrupted) {
		os.Exit(130) // as shells have it for Ctrl-C
	}
	os.Exit(1)
}

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
	root.SetFlagErrorFunc(flagError)
	group := func(id, title string, commands ...*cobra.Command) {
		root.AddGroup(&cobra.Group{ID: id, Title: title})
		for _, cmd := range commands {
			cmd.GroupID = id
		}
		root.AddCommand(commands...)
	}
	group("look", "Look up what was said:", searchCommand(std), relatedCommand(std), checkCommand(std), timelineCommand(std), verifyCommand(std),
		groupCommand(std), speakersCommand(std), showSpeakerCommand(std))
	group("articles", "Articles:", ingestCommand(std), listCommand(std), getCommand(std), deleteCommand(std))
	group("mend", "Put right what was found wrongly:", correctCommand(std), mergeCommand(std), splitCommand(std))
	group("server", "The server:", serveCommand(std))
	err := root.ExecuteContext(ctx)
	switch {
	case ctx.Err() != nil && isCanceled(err):
		return errInterrupted
	case answer.failed() != nil:
		return fmt.Errorf("write the answer: %w", answer.failed())
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
	cmd.Flags().StringVar(&a.server, "server", "127.0.0.1:50051", "gRPC `address` of the server")
	cmd.Flags().BoolVar(&a.json, "json", false, "answer as JSON, one object a line, in the form of the REST API")
}

// with calls f with a client of the server.
func (a *asking) with(f func(*client.Client) error) error {
	c, err := client.New(a.server, client.Config{})
	if err != nil {
		return err
	}
	return errors.Join(a.explain(f(c)), c.Close())
}
