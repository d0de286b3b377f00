package server

import (
	"net/http"
	"strings"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/genproto/googleapis/rpc/code"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/onrecord/onrecord/internal/wire"
)

// A reason is why a call failed, for programs, where that is not the reason of
// one field. README lists all of them.
type reason int

// The reasons.
const (
	reasonInvalid reason = iota
	reasonQueryTooBroad
	reasonMalformed
	reasonNotJSON
	reasonNotUTF8
	reasonUnknownParameter
	reasonTooLarge
	reasonNotFound
	reasonConflict
	reasonCrossOrigin
	reasonForeignHost
	reasonUnimplemented
	reasonTooMuch
	reasonCanceled
	reasonDeadlineExceeded
	reasonUnavailable
	reasonInternal
	reasonCount
)

// reasons has the name of each reason, the code that it comes with and, where
// that is not the code's own, the HTTP status of REST.
var reasons = [reasonCount]struct {
	name string
	code codes.Code
	http int
}{
	reasonInvalid:          {"INVALID", codes.InvalidArgument, 0},
	reasonQueryTooBroad:    {"QUERY_TOO_BROAD", codes.InvalidArgument, 0},
	reasonMalformed:        {"MALFORMED", codes.InvalidArgument, 0},
	reasonNotJSON:          {"NOT_JSON", codes.InvalidArgument, 0},
	reasonNotUTF8:          {"NOT_UTF8", codes.InvalidArgument, 0},
	reasonUnknownParameter: {"UNKNOWN_PARAMETER", codes.InvalidArgument, 0},
	reasonTooLarge:         {"TOO_LARGE", codes.InvalidArgument, http.StatusRequestEntityTooLarge},
	reasonNotFound:         {"NOT_FOUND", codes.NotFound, 0},
	reasonConflict:         {"CONFLICT", codes.Aborted, 0},
	reasonCrossOrigin:      {"CROSS_ORIGIN", codes.PermissionDenied, 0},
	reasonForeignHost:      {"FOREIGN_HOST", codes.PermissionDenied, http.StatusMisdirectedRequest},
	reasonUnimplemented:    {"UNIMPLEMENTED", codes.Unimplemented, http.StatusMethodNotAllowed},
	reasonTooMuch:          {"RESOURCE_EXHAUSTED", codes.ResourceExhausted, 0},
	reasonCanceled:         {"CANCELLED", codes.Canceled, 0},
	reasonDeadlineExceeded: {"DEADLINE_EXCEEDED", codes.DeadlineExceeded, 0},
	reasonUnavailable:      {"UNAVAILABLE", codes.Unavailable, 0},
	reasonInternal:         {"INTERNAL", codes.Internal, 0},
}

// String returns the name.
func (r reason) String() string { return reasons[r].name }

func (r reason) code() codes.Code { return reasons[r].code }

// http returns the HTTP status of REST.
func (r reason) http() int {
	if status := reasons[r].http; status != 0 {
		return status
	}
	return runtime.HTTPStatusFromCode(r.code())
}

// reasonOf returns the reason of a status that does not say one: what cannot be
// read, or the one that is called like its code.
func reasonOf(st *status.Status) reason {
	if st.Code() == codes.InvalidArgument {
		switch {
		case strings.HasSuffix(st.Message(), new(http.MaxBytesError).Error()):
			return reasonTooLarge
		case strings.Contains(st.Message(), "invalid UTF-8"):
			return reasonNotUTF8
		}
		return reasonMalformed
	}
	for r := range reasonCount {
		if r.String() == code.Code(st.Code()).String() {
			return r
		}
	}
	return reasonInternal
}

// status returns what a caller is told.
func (r reason) status(message string) *status.Status {
	return wire.Status(r.code(), message, r.String())
}
