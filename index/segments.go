package index

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"

	"github.com/onrecord/onrecord/index/zapfile"
)

// A segmentPlugin is zap with what an index that must not lose anything needs
// besides. Scorch has one registry of plugins for the whole process.
type segmentPlugin struct {
	zap.ZapPlugin
	ahead sync.Map // path of a merged segment that nobody has asked for them → its *prints
}

var plugin = &segmentPlugin{}

var registerPlugin = sync.OnceFunc(func() { scorch.RegisterSegmentPlugin(plugin, true) })

// OpenUsing makes the name of the file durable too. Scorch opens each file
// that it has written, and synced, before it commits the root.bolt that refers
// to it.
func (p *segmentPlugin) OpenUsing(path string, config map[string]any) (segment.Segment, error) {
	if err := syncFile(filepath.Dir(path)); err != nil {
		return nil, err
	}
	return p.ZapPlugin.OpenUsing(path, config)
}

// NewUsing keeps the documents of a record together and in their order: the
// article, its claims, its text. Merging keeps it, and they are only ever
// deleted together, so that each is found from any other by counting. Scorch
// hands documents over in any order.
func (p *segmentPlugin) NewUsing(documents []bleveindex.Document, config map[string]any) (segment.Segment, uint64, error) {
	slices.SortFunc(documents, inRecordOrder)
	plain := make([]zapfile.Document, len(documents))
	for i, d := range documents {
		plain[i] = d.(*indexDocument).Document
	}
	built, err := zapfile.Build(layout, plain)
	if err != nil {
		return nil, 0, err
	}
	stats, ok := config[segment.StatsKey].(*segment.Stats)
	if !ok || stats == nil {
		stats = new(segment.Stats)
	}
	s, err := zap.InitSegmentBase(built.Bytes, built.CRC, zap.DefaultChunkMode, uint64(len(plain)), built.StoredIndex, built.SectionsIndex, config, stats)
	return s, uint64(len(built.Bytes)), err
}

func inRecordOrder(a, b bleveindex.Document) int {
	x, y := a.(*indexDocument), b.(*indexDocument)
	return cmp.Or(cmp.Compare(x.record, y.record), cmp.Compare(x.place, y.place), cmp.Compare(x.ID(), y.ID()))
}

// MergeUsing checks the segments on disk that are merged: what their bytes
// became while the index was open would else get a good checksum. It panics
// where one is damaged. Scorch's merger, the only one who merges segments on
// disk, recovers from that and ends, and asyncError hears of it.
func (p *segmentPlugin) MergeUsing(segments []segment.Segment, drops []*roaring.Bitmap, path string,
	closed chan struct{}, stats segment.StatsReporter, config map[string]any) ([][]uint64, uint64, error) {
	// A fault in reading a file is a panic too, for the rest of the merger's
	// goroutine.
	debug.SetPanicOnFault(true)
	left := uint64(0)
	files := make([][]byte, len(segments))
	for i, merged := range segments {
		data, err := fileOf(merged)
		if err != nil {
			return nil, 0, err
		}
		files[i] = data
		left += merged.Count()
		if drops[i] != nil {
			left -= drops[i].GetCardinality()
		}
	}
	if left == 0 { // of nothing zap makes what zap reads
		return p.ZapPlugin.MergeUsing(segments, drops, path, closed, stats, config)
	}
	numbers, size, err := mergeFiles(files, drops, path, closed)
	if err == nil && left >= aheadFrom {
		p.printAhead(path, config)
	}
	for _, merged := range segments {
		if s, ok := merged.(*zap.Segment); ok && err == nil {
			p.ahead.Delete(s.Path())
		}
	}
	return numbers, size, err
}

// fileOf returns the bytes of a segment's file, checked.
func fileOf(merged segment.Segment) ([]byte, error) {
	switch s := merged.(type) {
	case *zap.Segment:
		data := s.Data()
		if crc32.ChecksumIEEE(data[:len(data)-crc32.Size]) != s.CRC() {
			panic(fmt.Errorf("%s: %w", s.Path(), errChecksum))
		}
		return data, nil
	case *zap.SegmentBase:
		var data bytes.Buffer
		_, err := s.WriteTo(&data)
		return data.Bytes(), err
	}
	return nil, fmt.Errorf("segment of the type %T", merged)
}

// mergeFiles writes a segment's file, synced, and returns the new numbers of
// documents and the file's length.
func mergeFiles(files [][]byte, drops []*roaring.Bitmap, path string, closed chan struct{}) ([][]uint64, uint64, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, 0, err
	}
	numbers, err := zapfile.Merge(file, layout, files, drops, func() error {
		select {
		case <-closed:
			return segment.ErrClosed
		default:
			return nil
		}
	})
	var size int64
	if err == nil {
		size, err = file.Seek(0, io.SeekCurrent)
	}
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		_ = os.Remove(path) // what is left of it is known to nobody
		return nil, 0, err
	}
	return numbers, uint64(size), nil
}
