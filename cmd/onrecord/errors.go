package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
)

// errInterrupted: a signal ended the command before its end.
var errInterrupted = errors.New("interrupted")

// isCanceled reports whether err is what the end of a context makes of a command.
func isCanceled(err error) bool {
	return errors.Is(err, context.Canceled) || status.Code(err) == codes.Canceled
}

// tell writes an error, which may have several lines.
func tell(w io.Writer, err error) {
	p := newPrinter(w)
	for line := range strings.Lines("onrecord: " + err.Error()) {
		text := clean(strings.TrimSpace(line))
		switch {
		case text == "":
		case p.terminal:
			p.wrap("", "", text)
		default:
			p.line("%s", text)
		}
	}
}

// explain says of an error of reaching the server what a person at a terminal can
// do about it.
func (a *asking) explain(err error) error {
	var e *client.Error
	switch {
	case !errors.As(err, &e):
		return err
	case e.Code == codes.Unavailable:
		cause := strings.Trim(afterLast(e.Message, ": "), `"`) // before it, gRPC tells of its attempts
		return fmt.Errorf("no server answers at %q: %s\nIs it running (onrecord serve), and is --server its gRPC address?", a.server, cause)
	case strings.Contains(e.Message, "unexpected HTTP status code"):
		return fmt.Errorf("what answers at %q does not speak gRPC: is --server the address for gRPC, not that for REST?", a.server)
	}
	return err
}

// missing names what was asked for where err says that it is not there, without
// the server's steps on the way to that.
func missing(name string, err error) error {
	if errors.Is(err, onrecord.ErrNotFound) {
		return fmt.Errorf("%s: %w", name, onrecord.ErrNotFound)
	}
	return err
}

// afterLast returns what is behind the last sep; all where there is none.
func afterLast(s, sep string) string {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[i+len(sep):]
	}
	return s
}

// takes refuses too few or too many arguments, and says what the command takes.
func takes(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return see(cmd, fmt.Errorf("%s takes %s", cmd.Name(), what))
		}
		return nil
	}
}

// unlimited stands for any number of arguments.
const unlimited = math.MaxInt

// flagError says what a flag takes that has a value of another kind.
func flagError(cmd *cobra.Command, err error) error {
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) && invalid.GetFlag().Value.Type() == "int" {
		err = fmt.Errorf("--%s %q: takes a number", invalid.GetFlag().Name, invalid.GetValue())
	}
	return see(cmd, err)
}

// see adds to an error where a command is explained.
func see(cmd *cobra.Command, err error) error {
	return fmt.Errorf("%w\nSee %s --help", err, cmd.CommandPath())
}
