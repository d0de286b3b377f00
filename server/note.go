package server

import (
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/wire"
)

// noteField is the number under which a decoder leaves word of what it could
// not decode, in the unknown fields of a request: the highest there is, used by
// nobody. The validator answers a request with a note on it by that error, so
// that no handler sees it; on a stream, only that item fails.
//
// gRPC has no other way: a codec's error is answered INTERNAL before any
// interceptor runs and ends a stream, and the gateway takes a bad item of a
// stream for its end.
const noteField = protowire.MaxValidNumber

// addNote leaves word of err on m.
func addNote(m proto.Message, err *onrecord.FieldError) {
	content, _ := proto.Marshal(wire.BadRequest(*err)) // fails only for invalid UTF-8, and then the note is empty
	note := protowire.AppendTag(nil, noteField, protowire.BytesType)
	note = protowire.AppendBytes(note, content)
	r := m.ProtoReflect()
	r.SetUnknown(append(r.GetUnknown(), note...))
}

// noted returns the error that a decoder left on m, or nil.
func noted(m proto.Message) *onrecord.FieldError {
	for unknown := m.ProtoReflect().GetUnknown(); len(unknown) > 0; {
		num, typ, n := protowire.ConsumeTag(unknown)
		if n < 0 {
			return nil
		}
		size := protowire.ConsumeFieldValue(num, typ, unknown[n:])
		if size < 0 {
			return nil
		}
		if num == noteField && typ == protowire.BytesType {
			content, _ := protowire.ConsumeBytes(unknown[n : n+size])
			return readNote(content)
		}
		unknown = unknown[n+size:]
	}
	return nil
}

func readNote(content []byte) *onrecord.FieldError {
	bad := new(errdetails.BadRequest)
	if err := proto.Unmarshal(content, bad); err != nil || len(bad.GetFieldViolations()) == 0 {
		return &onrecord.FieldError{Field: "request", Reason: reasonMalformed.String(), Detail: "must not use field number 536870911"}
	}
	return &wire.FieldErrors(bad)[0]
}
