package server

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"github.com/grpc-ecosystem/grpc-gateway/v2/utilities"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"

	"github.com/onrecord/onrecord"
)

// strictParameters reads the parameters of a URL. The gateway's own parser
// passes over those that it does not know: a filter with a slip in its name
// would give an unfiltered answer, which looks right and is not. What cannot be
// read is noted on the request, so that the answer names it like any bad field.
type strictParameters struct{ runtime.DefaultQueryParser }

// Parse implements runtime.QueryParameterParser.
func (p *strictParameters) Parse(m proto.Message, values url.Values, filter *utilities.DoubleArray) error {
	for name, all := range values {
		if !hasField(m.ProtoReflect().Descriptor(), name) {
			addNote(m, &onrecord.FieldError{Field: strings.ToValidUTF8(name, "?"), Reason: reasonUnknownParameter.String(), Detail: "is not a parameter of this call"})
			return nil
		}
		for _, value := range all {
			if !utf8.ValidString(value) {
				addNote(m, &onrecord.FieldError{Field: name, Reason: reasonNotUTF8.String(), Detail: "must be valid UTF-8"})
				return nil
			}
		}
	}
	return p.DefaultQueryParser.Parse(m, values, filter)
}

// hasField reports whether a path of field names, in snake_case or camelCase,
// leads to a field.
func hasField(md protoreflect.MessageDescriptor, path string) bool {
	name, rest, nested := strings.Cut(path, ".")
	fd := md.Fields().ByTextName(name)
	if fd == nil {
		fd = md.Fields().ByJSONName(name)
	}
	switch {
	case fd == nil:
		return false
	case !nested:
		return true
	}
	return fd.Message() != nil && hasField(fd.Message(), rest)
}
