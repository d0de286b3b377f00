// Command protodeps prints the third-party .proto files that this repository's
// own import, from the descriptors linked into the Go modules that go.sum pins.
// So the compiler needs neither a schema registry nor copies kept in git, and
// the files are of the very version that the generated code links.
//
//	protodeps DIR
//
// DIR is emptied first.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	validatepb "buf.build/gen/go/bufbuild/protovalidate/protocolbuffers/go/buf/validate"
	openapiv3 "github.com/grpc-ecosystem/grpc-gateway/v2/protoc-gen-openapiv3/options"
	"github.com/jhump/protoreflect/v2/protoprint"
	"google.golang.org/genproto/googleapis/api/annotations"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/genproto/googleapis/rpc/status"
	"google.golang.org/protobuf/reflect/protoreflect"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "protodeps:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 1 || args[0] == "" {
		return errors.New("usage: protodeps DIR")
	}
	dir := args[0]
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	seen := make(map[string]bool)
	for _, file := range []protoreflect.FileDescriptor{
		annotations.File_google_api_annotations_proto,
		annotations.File_google_api_client_proto,
		annotations.File_google_api_field_behavior_proto,
		annotations.File_google_api_resource_proto,
		errdetails.File_google_rpc_error_details_proto,
		openapiv3.File_protoc_gen_openapiv3_options_annotations_proto,
		status.File_google_rpc_status_proto,
		validatepb.File_buf_validate_validate_proto,
	} {
		if err := printWithImports(dir, file, seen); err != nil {
			return fmt.Errorf("%s: %w", file.Path(), err)
		}
	}
	return nil
}

// printWithImports writes file and what it imports below dir, each once.
// google/protobuf is left out: every compiler brings it.
func printWithImports(dir string, file protoreflect.FileDescriptor, seen map[string]bool) error {
	if seen[file.Path()] || strings.HasPrefix(file.Path(), "google/protobuf/") {
		return nil
	}
	seen[file.Path()] = true
	imports := file.Imports()
	for i := range imports.Len() {
		if err := printWithImports(dir, imports.Get(i).FileDescriptor, seen); err != nil {
			return err
		}
	}
	return printFile(filepath.Join(dir, filepath.FromSlash(file.Path())), file)
}

func printFile(path string, file protoreflect.FileDescriptor) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	// SortElements stays off: sorting would change the order of fields.
	var printer protoprint.Printer
	return printer.PrintProtoFile(file, f)
}
