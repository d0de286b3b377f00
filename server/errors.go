package server

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/wire"
)

// errorTable maps the errors of the domain to reasons, and so to canonical codes
// (AIP-193); the first row that fits counts. The text of an error that is none of
// these never leaves the server.
var errorTable = []struct {
	err    error
	reason reason
}{
	{onrecord.ErrNotFound, reasonNotFound},
	{onrecord.ErrConflict, reasonConflict},
	{onrecord.ErrTooBroad, reasonQueryTooBroad},
	{onrecord.ErrInvalid, reasonInvalid},
	{context.Canceled, reasonCanceled},
	{context.DeadlineExceeded, reasonDeadlineExceeded},
}

// errInternal is all that a caller is told of an unlisted error.
var errInternal = reasonInternal.status("internal error").Err()

// errUnavailable is all that a caller is told of an index that cannot answer:
// its own words name files.
var errUnavailable = reasonUnavailable.status(onrecord.ErrUnavailable.Error() + "; try again later").Err()

// toStatus turns err into what the caller is told: a canonical code, one
// ErrorInfo and, for bad fields, a BadRequest. What is the server's own fault is
// logged here, and only here, with its cause.
func toStatus(ctx context.Context, log *slog.Logger, method string, err error) error {
	if err == nil {
		return nil
	}
	if _, ok := status.FromError(err); ok {
		return err
	}
	var invalid *invalidRequest
	if errors.As(err, &invalid) {
		return wire.Status(codes.InvalidArgument, invalid.Error(), invalid.fields[0].Reason, invalid.fields...).Err()
	}
	var field *onrecord.FieldError
	if errors.As(err, &field) {
		return wire.Status(codes.InvalidArgument, field.Error(), field.Reason, *field).Err()
	}
	for _, row := range errorTable {
		if errors.Is(err, row.err) {
			return row.reason.status(err.Error()).Err()
		}
	}
	if errors.Is(err, onrecord.ErrUnavailable) {
		log.ErrorContext(ctx, "index unavailable", "method", method, "err", err)
		return errUnavailable
	}
	log.ErrorContext(ctx, "internal error", "method", method, "err", err)
	return errInternal
}

// invalidRequest is several bad fields at once; there is at least one.
type invalidRequest struct{ fields []onrecord.FieldError }

func (e *invalidRequest) Error() string {
	texts := make([]string, len(e.fields))
	for i, f := range e.fields {
		texts[i] = f.Error()
	}
	return strings.Join(texts, "; ")
}
