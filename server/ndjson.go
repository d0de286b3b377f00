package server

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	"github.com/onrecord/onrecord"
)

const ndjsonType = "application/x-ndjson"

// jsonMarshaler reads and writes the JSON of the REST API: every field of an
// answer is there, empty ones too, and a request with an unknown field is
// refused: a slip in a filter's name must not give an unfiltered answer.
type jsonMarshaler struct{ *runtime.HTTPBodyMarshaler }

func newJSONMarshaler() jsonMarshaler {
	return jsonMarshaler{&runtime.HTTPBodyMarshaler{Marshaler: &runtime.JSONPb{
		MarshalOptions: protojson.MarshalOptions{EmitDefaultValues: true},
	}}}
}

// StreamContentType labels streamed answers as what they are.
func (jsonMarshaler) StreamContentType(any) string { return ndjsonType }

// lineMarshaler reads one JSON object a line, for requests that are streams.
type lineMarshaler struct{ jsonMarshaler }

// NewDecoder implements runtime.Marshaler.
func (lineMarshaler) NewDecoder(r io.Reader) runtime.Decoder {
	return &lineDecoder{r: bufio.NewReaderSize(r, 64<<10)}
}

// lineDecoder decodes one message a line and skips blank lines. A line that is
// no JSON object of the message, or longer than maxMessage, decodes to a
// message with a note on it, so that the stream goes on behind it.
type lineDecoder struct {
	r    *bufio.Reader
	line int // number of the last line read, from 1
}

// Decode implements runtime.Decoder; io.EOF is the end of the stream.
func (d *lineDecoder) Decode(v any) error {
	m, ok := v.(proto.Message)
	if !ok {
		return fmt.Errorf("decode %T: not a message", v)
	}
	for {
		line, err := d.next()
		switch {
		case errors.Is(err, errLineTooLong):
			d.note(m, reasonTooLarge, fmt.Sprintf("takes at most %d bytes", maxMessage))
			return nil
		case err != nil:
			return err
		case len(bytes.TrimSpace(line)) == 0:
			continue
		}
		if err := protojson.Unmarshal(line, m); err != nil {
			proto.Reset(m)
			d.note(m, reasonNotJSON, "must be one JSON object: "+err.Error())
		}
		return nil
	}
}

func (d *lineDecoder) note(m proto.Message, r reason, detail string) {
	addNote(m, &onrecord.FieldError{Field: fmt.Sprintf("line %d", d.line), Reason: r.String(), Detail: detail})
}

var errLineTooLong = errors.New("line too long")

// next returns the next line. Of one longer than maxMessage it reads all and
// keeps nothing.
func (d *lineDecoder) next() ([]byte, error) {
	d.line++
	var line []byte
	tooLong := false
	for {
		part, err := d.r.ReadSlice('\n')
		if tooLong = tooLong || len(line)+len(part) > maxMessage; !tooLong {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || len(line) == 0 && !tooLong):
			return nil, err
		case tooLong:
			return nil, errLineTooLong
		}
		return line, nil
	}
}
