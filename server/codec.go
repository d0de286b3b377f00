package server

import (
	"fmt"
	"unicode/utf8"

	"google.golang.org/grpc/encoding"
	_ "google.golang.org/grpc/encoding/proto" // registers the codec that utf8Codec wraps
	"google.golang.org/grpc/mem"
	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"

	"github.com/onrecord/onrecord"
)

// utf8Codec is gRPC's protobuf codec, except that a request with a string that
// is not UTF-8 decodes, its bad bytes as '?', with a note on it that names the
// field (see noteField).
type utf8Codec struct{ encoding.CodecV2 }

func newUTF8Codec() utf8Codec { return utf8Codec{encoding.GetCodecV2("proto")} }

// Unmarshal implements encoding.CodecV2.
func (c utf8Codec) Unmarshal(data mem.BufferSlice, v any) error {
	err := c.CodecV2.Unmarshal(data, v)
	m, ok := v.(proto.Message)
	if err == nil || !ok {
		return err
	}
	raw := data.Materialize()
	field, offset := repairText(raw, m.ProtoReflect().Descriptor(), "")
	if field == "" {
		return err // broken in another way
	}
	proto.Reset(m)
	if err := proto.Unmarshal(raw, m); err != nil {
		return err
	}
	addNote(m, &onrecord.FieldError{
		Field: field, Reason: reasonNotUTF8.String(),
		Detail: fmt.Sprintf("must be valid UTF-8; the byte at %d is not", offset),
	})
	return nil
}

// repairText overwrites the bytes of msg's strings that are not UTF-8 with '?'
// and returns the path of the first such field and the offset of its first bad
// byte; an empty path where there is none.
func repairText(msg []byte, md protoreflect.MessageDescriptor, path string) (field string, offset int) {
	for len(msg) > 0 {
		num, typ, n := protowire.ConsumeTag(msg)
		if n < 0 {
			return field, offset
		}
		size := protowire.ConsumeFieldValue(num, typ, msg[n:])
		if size < 0 {
			return field, offset
		}
		value := msg[n : n+size]
		msg = msg[n+size:]
		fd := md.Fields().ByNumber(num)
		if fd == nil || typ != protowire.BytesType {
			continue
		}
		content, _ := protowire.ConsumeBytes(value)
		if f, o := repairField(content, fd, path); f != "" && field == "" {
			field, offset = f, o
		}
	}
	return field, offset
}

func repairField(content []byte, fd protoreflect.FieldDescriptor, path string) (field string, offset int) {
	name := path + string(fd.Name())
	switch fd.Kind() {
	case protoreflect.MessageKind:
		return repairText(content, fd.Message(), name+".")
	case protoreflect.StringKind:
		if at := repairBytes(content); at >= 0 {
			return name, at
		}
	}
	return "", 0
}

// repairBytes overwrites each byte that is not UTF-8 with '?' and returns the
// offset of the first, or -1.
func repairBytes(b []byte) int {
	first := -1
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			b[i] = '?'
			if first < 0 {
				first = i
			}
		}
		i += n
	}
	return first
}
