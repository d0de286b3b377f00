package client

import (
	"context"
	"fmt"
	"unicode/utf8"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"

	"github.com/onrecord/onrecord"
)

// checkText refuses requests with a string that is not UTF-8, naming it: protobuf
// has no such strings, and says so without telling which.
func checkText(ctx context.Context, method string, req, resp any, conn *grpc.ClientConn, next grpc.UnaryInvoker, opts ...grpc.CallOption) error {
	if m, ok := req.(proto.Message); ok {
		if err := checkUTF8(m.ProtoReflect(), ""); err != nil {
			return err
		}
	}
	return next(ctx, method, req, resp, conn, opts...)
}

// checkUTF8 returns an error for the first string of m that is not UTF-8.
func checkUTF8(m protoreflect.Message, path string) (err error) {
	m.Range(func(fd protoreflect.FieldDescriptor, v protoreflect.Value) bool {
		name := path + string(fd.Name())
		if !fd.IsList() {
			err = checkValue(fd, v, name)
			return err == nil
		}
		for i := range v.List().Len() {
			if err = checkValue(fd, v.List().Get(i), fmt.Sprintf("%s[%d]", name, i)); err != nil {
				return false
			}
		}
		return true
	})
	return err
}

func checkValue(fd protoreflect.FieldDescriptor, v protoreflect.Value, name string) error {
	switch {
	case fd.IsMap():
		return nil // no request has one
	case fd.Message() != nil:
		return checkUTF8(v.Message(), name+".")
	case fd.Kind() == protoreflect.StringKind && !utf8.ValidString(v.String()):
		return &onrecord.FieldError{Field: name, Reason: "NOT_UTF8", Detail: "must be valid UTF-8"}
	}
	return nil
}
