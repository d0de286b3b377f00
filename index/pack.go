package index

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/klauspost/compress/huff0"
	"github.com/klauspost/compress/zstd"
)

// How text is packed. A packed text begins with one of these bytes, and with
// its length as a varint where it is packed in a code. A byte is never given to
// another way.
const (
	packedPlain   = 0 // as it is
	packedHuffman = 1 // one block of huff0 in the code of letters
	packedZstd    = 2 // a frame of zstd
)

// The lengths, in bytes, of the texts that Huffman's code is for: what is
// longer repeats itself so much that zstd finds more.
const (
	leastHuffman = 16
	mostHuffman  = 4096
)

// letters is the code's table as huff0 writes it: how frequent each byte is in
// English news and in the names of speakers and rules, made once of the texts
// of sample/. It is a part of the format and never changes. A frame of zstd
// would carry such a table for each claim, which is as long as what it saves.
var letters = mustHex("3210c01a04020c3b489224490cd23881e592d2a7949a4cc9ff28752953f73d04d1bf0f69fd1b1676efc6b106645dcd63514d08")

func mustHex(digits string) []byte {
	b, err := hex.DecodeString(digits)
	if err != nil {
		panic(err)
	}
	return b
}

// newLetters returns a coder in the code of letters.
func newLetters() *huff0.Scratch {
	s, _, err := huff0.ReadTable(letters, nil)
	if err != nil {
		panic(err) // the table is a constant
	}
	s.Reuse = huff0.ReusePolicyMust
	s.TransferCTable(s)
	return s
}

var (
	letterCoders  = sync.Pool{New: func() any { return newLetters() }} // of one call each
	letterDecoder = sync.OnceValue(func() *huff0.Decoder { return newLetters().Decoder() })

	zstdEncoder = sync.OnceValue(func() *zstd.Encoder {
		return mustMake(zstd.NewWriter(nil, zstd.WithEncoderCRC(false)))
	})
	zstdDecoder = sync.OnceValue(func() *zstd.Decoder {
		return mustMake(zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxPacked)))
	})
)

// maxPacked bounds the length of a packed text.
const maxPacked = 2 * MaxTextBytes

// mustMake returns a coder; those of constant options cannot fail.
func mustMake[T any](coder T, err error) T {
	if err != nil {
		panic(err)
	}
	return coder
}

// pack returns a text in the way that takes fewest bytes of those that are
// worth their time. It is read by unpack.
func pack(text []byte) []byte {
	head := binary.AppendUvarint([]byte{packedPlain}, uint64(len(text)))
	var coded []byte
	switch {
	case len(text) > mostHuffman:
		head[0], coded = packedZstd, zstdEncoder().EncodeAll(text, nil)
	case len(text) >= leastHuffman:
		head[0], coded = packedHuffman, packLetters(text)
	}
	if coded == nil || len(head)+len(coded) > len(text) {
		return append([]byte{packedPlain}, text...)
	}
	return append(head, coded...)
}

// packLetters returns a text in the code of letters; nil where that is longer
// than the text.
func packLetters(text []byte) []byte {
	coder := letterCoders.Get().(*huff0.Scratch)
	defer letterCoders.Put(coder)
	coded, _, err := huff0.Compress1X(text, coder)
	if err != nil {
		return nil
	}
	return slices.Clone(coded)
}

var errPacked = errors.New("a packed text is damaged")

// unpack returns the text of what pack returned.
func unpack(packed []byte) ([]byte, error) {
	if len(packed) == 0 {
		return nil, errPacked
	}
	way, coded := packed[0], packed[1:]
	if way == packedPlain {
		return slices.Clone(coded), nil
	}
	length, n := binary.Uvarint(coded)
	if n <= 0 || length > maxPacked || way == packedHuffman && length > mostHuffman {
		return nil, errPacked
	}
	var text []byte
	var err error
	switch coded = coded[n:]; way {
	case packedHuffman:
		text, err = letterDecoder().Decompress1X(make([]byte, 0, length), coded)
	case packedZstd:
		text, err = zstdDecoder().DecodeAll(coded, nil)
	default:
		return nil, fmt.Errorf("%w: it is packed in an unknown way", errPacked)
	}
	if err != nil || uint64(len(text)) != length {
		return nil, errors.Join(errPacked, err)
	}
	return text, nil
}
