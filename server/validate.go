package server

import (
	"context"
	"errors"

	"buf.build/go/protovalidate"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"

	"github.com/onrecord/onrecord"
)

// validator checks requests against the rules written in the .proto files.
type validator struct{ rules protovalidate.Validator }

// check returns an INVALID_ARGUMENT status that names every bad field.
func (v validator) check(req any) error {
	m, ok := req.(proto.Message)
	if !ok {
		return nil
	}
	if bad := noted(m); bad != nil {
		return bad
	}
	err := v.rules.Validate(m)
	var invalid *protovalidate.ValidationError
	if !errors.As(err, &invalid) {
		return err
	}
	fields := make([]onrecord.FieldError, len(invalid.Violations))
	for i, violation := range invalid.Violations {
		fields[i] = fieldError(violation)
	}
	return &invalidRequest{fields}
}

func fieldError(v *protovalidate.Violation) onrecord.FieldError {
	e := onrecord.FieldError{
		Field:  protovalidate.FieldPathString(v.Proto.GetField()),
		Reason: ruleReason(v.Proto.GetRuleId()),
		Detail: v.Proto.GetMessage(),
	}
	if v.Proto.GetRuleId() == "string.min_bytes" && v.RuleValue.Uint() == 1 {
		e.Detail = "must not be empty" // the rule's own words are of "at least 1 bytes"
	}
	return e
}

// ruleReasons are the reasons for the rules that stand in the .proto files, by
// the rule's ID; they are those of package service where it has the same bound.
var ruleReasons = map[string]string{
	"required":           "REQUIRED",
	"string.max_bytes":   "TOO_LONG",
	"string.min_bytes":   "EMPTY",
	"int32.gte":          "NEGATIVE",
	"enum.defined_only":  "UNKNOWN_VALUE",
	"enum.not_in":        "UNKNOWN_VALUE",
	"repeated.min_items": "WRONG_NUMBER",
	"repeated.max_items": "WRONG_NUMBER",
	"message.oneof":      "REQUIRED",
	"bytes.min_len":      "EMPTY",
	"bytes.max_len":      "TOO_LONG",
	"int32.gte_lte":      "OUT_OF_RANGE",
	"float.gte_lte":      "OUT_OF_RANGE",
	"duration.gte_lte":   "OUT_OF_RANGE",
}

// ruleReason returns the reason for a broken rule; RULE_VIOLATED for one that
// the table lacks.
func ruleReason(id string) string {
	if reason, ok := ruleReasons[id]; ok {
		return reason
	}
	return "RULE_VIOLATED"
}

// unary checks requests before their handler sees them. Streams are checked by
// their handlers, item by item: a bad item must not end the stream.
func (v validator) unary(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	if err := v.check(req); err != nil {
		return nil, err
	}
	return next(ctx, req)
}
