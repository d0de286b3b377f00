package client

import (
	"errors"
	"fmt"
	"strings"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/wire"
)

// An Error is what the server answered instead of a result. errors.Is finds in
// it the errors of package onrecord: ErrNotFound, ErrInvalid, ErrConflict,
// ErrUnavailable.
type Error struct {
	// Code is the canonical gRPC code.
	Code codes.Code
	// Message is the server's text, for people.
	Message string
	// Reason is the ErrorInfo's reason, for programs ("NOT_UTF8"); may be empty.
	Reason string
	// Fields are the fields that cannot be taken, and what they take.
	Fields []onrecord.FieldError
}

// Error names the code, and the fields or the message.
func (e *Error) Error() string {
	if e.Message == "" {
		return strings.ToLower(e.Code.String())
	}
	return e.Message
}

// Is makes errors.Is work with the errors of package onrecord.
func (e *Error) Is(target error) bool {
	switch target {
	case onrecord.ErrNotFound:
		return e.Code == codes.NotFound
	case onrecord.ErrInvalid:
		return e.Code == codes.InvalidArgument
	case onrecord.ErrConflict:
		return e.Code == codes.Aborted
	case onrecord.ErrUnavailable:
		return e.Code == codes.Unavailable
	}
	return false
}

// GRPCStatus lets status.FromError see the status with its details.
func (e *Error) GRPCStatus() *status.Status {
	if e.Reason == "" && len(e.Fields) == 0 {
		return status.New(e.Code, e.Message)
	}
	return wire.Status(e.Code, e.Message, e.Reason, e.Fields...)
}

// toError turns a gRPC error into an *Error.
func toError(err error) error {
	if err == nil {
		return nil
	}
	var field *onrecord.FieldError
	if errors.As(err, &field) {
		return err // of this package, before anything was sent
	}
	st, ok := status.FromError(err)
	if !ok {
		return fmt.Errorf("call: %w", err)
	}
	return fromStatus(st)
}

func fromStatus(st *status.Status) *Error {
	reason, fields := wire.StatusOf(st)
	return &Error{Code: st.Code(), Message: st.Message(), Reason: reason, Fields: fields}
}
