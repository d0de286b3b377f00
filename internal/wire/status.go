package wire

import (
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/protoadapt"

	"github.com/onrecord/onrecord"
)

// ErrorDomain is the domain of every ErrorInfo.
const ErrorDomain = "onrecord.dev"

// Status returns a status (AIP-193) with an ErrorInfo and, where fields are
// given, a BadRequest.
func Status(code codes.Code, message, reason string, fields ...onrecord.FieldError) *status.Status {
	details := []protoadapt.MessageV1{&errdetails.ErrorInfo{Reason: reason, Domain: ErrorDomain}}
	if len(fields) > 0 {
		details = append(details, BadRequest(fields...))
	}
	st := status.New(code, message)
	if with, err := st.WithDetails(details...); err == nil { // fails only for codes.OK
		return with
	}
	return st
}

// StatusOf returns what Status has put into a status besides code and message;
// nothing of what it has not.
func StatusOf(st *status.Status) (reason string, fields []onrecord.FieldError) {
	for _, detail := range st.Details() {
		switch d := detail.(type) {
		case *errdetails.ErrorInfo:
			reason = d.GetReason()
		case *errdetails.BadRequest:
			fields = append(fields, FieldErrors(d)...)
		}
	}
	return reason, fields
}

// BadRequest converts bad fields.
func BadRequest(fields ...onrecord.FieldError) *errdetails.BadRequest {
	bad := new(errdetails.BadRequest)
	for _, f := range fields {
		bad.FieldViolations = append(bad.FieldViolations, &errdetails.BadRequest_FieldViolation{
			Field: f.Field, Description: f.Detail, Reason: f.Reason,
		})
	}
	return bad
}

// FieldErrors is the inverse of BadRequest.
func FieldErrors(bad *errdetails.BadRequest) []onrecord.FieldError {
	var fields []onrecord.FieldError
	for _, v := range bad.GetFieldViolations() {
		fields = append(fields, onrecord.FieldError{Field: v.GetField(), Reason: v.GetReason(), Detail: v.GetDescription()})
	}
	return fields
}
