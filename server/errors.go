package server

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/protoadapt"

	"github.com/onrecord/onrecord"
)

// ErrorDomain is the domain of every ErrorInfo that this server sends.
const ErrorDomain = "onrecord.dev"

// errorTable maps the errors of the domain to canonical codes (AIP-193); the
// first row that fits counts. The text of an unlisted error never leaves the
// server.
var errorTable = []struct {
	err    error
	code   codes.Code
	reason string
}{
	{onrecord.ErrNotFound, codes.NotFound, "NOT_FOUND"},
	{onrecord.ErrConflict, codes.Aborted, "CONFLICT"},
	{onrecord.ErrTooBroad, codes.InvalidArgument, "QUERY_TOO_BROAD"},
	{onrecord.ErrInvalid, codes.InvalidArgument, "INVALID"},
	{onrecord.ErrUnavailable, codes.Unavailable, "UNAVAILABLE"},
	{context.Canceled, codes.Canceled, "CANCELED"},
	{context.DeadlineExceeded, codes.DeadlineExceeded, "DEADLINE_EXCEEDED"},
}

// errInternal is all that a caller is told of an unlisted error.
var errInternal = newStatus(codes.Internal, "internal error", "INTERNAL", nil).Err()

// toStatus turns err into what the caller is told: a canonical code, one
// ErrorInfo and, for bad fields, a BadRequest. Unlisted errors are logged here,
// and only here, with their cause.
func toStatus(ctx context.Context, log *slog.Logger, method string, err error) error {
	if err == nil {
		return nil
	}
	if _, ok := status.FromError(err); ok {
		return err
	}
	var invalid *invalidRequest
	if errors.As(err, &invalid) {
		return newStatus(codes.InvalidArgument, invalid.Error(), invalid.fields[0].Reason, violations(invalid.fields...)).Err()
	}
	var field *onrecord.FieldError
	if errors.As(err, &field) {
		return newStatus(codes.InvalidArgument, field.Error(), field.Reason, violations(field)).Err()
	}
	for _, row := range errorTable {
		if errors.Is(err, row.err) {
			return newStatus(row.code, err.Error(), row.reason, nil).Err()
		}
	}
	log.ErrorContext(ctx, "internal error", "method", method, "err", err)
	return errInternal
}

// invalidRequest is several bad fields at once; there is at least one.
type invalidRequest struct{ fields []*onrecord.FieldError }

func (e *invalidRequest) Error() string {
	texts := make([]string, len(e.fields))
	for i, f := range e.fields {
		texts[i] = f.Error()
	}
	return strings.Join(texts, "; ")
}

func violations(fields ...*onrecord.FieldError) *errdetails.BadRequest {
	bad := new(errdetails.BadRequest)
	for _, f := range fields {
		bad.FieldViolations = append(bad.FieldViolations, &errdetails.BadRequest_FieldViolation{
			Field: f.Field, Description: f.Detail, Reason: f.Reason,
		})
	}
	return bad
}

// newStatus returns a status with an ErrorInfo and, where bad is not nil, the
// bad fields.
func newStatus(code codes.Code, message, reason string, bad *errdetails.BadRequest) *status.Status {
	details := []protoadapt.MessageV1{&errdetails.ErrorInfo{Reason: reason, Domain: ErrorDomain}}
	if bad != nil {
		details = append(details, bad)
	}
	st := status.New(code, message)
	if with, err := st.WithDetails(details...); err == nil { // fails only for codes.OK
		return with
	}
	return st
}
