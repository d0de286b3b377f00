package server

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"google.golang.org/grpc/mem"
	"google.golang.org/protobuf/proto"

	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// FuzzUTF8Codec decodes any bytes: never a panic, and what decodes can be
// encoded, which protobuf refuses for strings that are not UTF-8.
func FuzzUTF8Codec(f *testing.F) {
	good, err := proto.Marshal(&onrecordv1.IngestArticlesRequest{
		Item: "a", Source: &onrecordv1.IngestArticlesRequest_Article{Article: &onrecordv1.Article{Text: "bcd", Title: "e"}},
	})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add(bytes.ReplaceAll(good, []byte("c"), []byte{0xff}))
	f.Add(bytes.ReplaceAll(good, []byte("a"), []byte{0xc3}))
	f.Add([]byte{0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Fuzz(func(t *testing.T, data []byte) {
		m := new(onrecordv1.IngestArticlesRequest)
		if err := newUTF8Codec().Unmarshal(mem.BufferSlice{mem.SliceBuffer(bytes.Clone(data))}, m); err != nil {
			return
		}
		if _, err := proto.Marshal(m); err != nil {
			t.Errorf("what was decoded cannot be encoded: %v", err)
		}
		if bad := noted(m); bad != nil && (bad.Field == "" || bad.Detail == "") {
			t.Errorf("a note without a field: %v", bad)
		}
	})
}

// FuzzLineDecoder decodes any bytes: one message, good or noted, for each line
// that is not blank.
func FuzzLineDecoder(f *testing.F) {
	f.Add([]byte("{}\n{\"item\": \"a\"}\n\n  \nno\n{\"item\": \"b\"}"))
	f.Add([]byte("{\"item\": \"\xff\"}\n"))
	f.Add([]byte("\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		want := 0
		for line := range bytes.SplitSeq(data, []byte("\n")) {
			if len(bytes.TrimSpace(line)) > 0 {
				want++
			}
		}
		d := lineMarshaler{newJSONMarshaler()}.NewDecoder(bytes.NewReader(data))
		for got := 0; ; got++ {
			err := d.Decode(new(onrecordv1.IngestArticlesRequest))
			if errors.Is(err, io.EOF) {
				if got != want {
					t.Errorf("got %d messages, want %d", got, want)
				}
				return
			}
			if err != nil || got > want {
				t.Fatalf("message %d of %d: %v", got, want, err)
			}
		}
	})
}
