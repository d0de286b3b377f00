package index

import (
	"cmp"
	"fmt"
	"hash/crc32"
	"path/filepath"
	"runtime/debug"
	"slices"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// A segmentPlugin is zap with what an index that must not lose anything needs
// besides. Scorch has one registry of plugins for the whole process.
type segmentPlugin struct{ zap.ZapPlugin }

var registerPlugin = sync.OnceFunc(func() { scorch.RegisterSegmentPlugin(&segmentPlugin{}, true) })

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
	return p.ZapPlugin.NewUsing(documents, config)
}

func inRecordOrder(a, b bleveindex.Document) int {
	x, isOurs := a.(*indexDocument)
	y, isToo := b.(*indexDocument)
	if !isOurs || !isToo {
		return cmp.Compare(a.ID(), b.ID())
	}
	return cmp.Or(cmp.Compare(x.record, y.record), cmp.Compare(x.place, y.place), cmp.Compare(x.id, y.id))
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
	for _, merged := range segments {
		onDisk, ok := merged.(*zap.Segment)
		if !ok {
			continue
		}
		data := onDisk.Data()
		if crc32.ChecksumIEEE(data[:len(data)-crc32.Size]) != onDisk.CRC() {
			panic(fmt.Errorf("%s: %w", onDisk.Path(), errChecksum))
		}
	}
	return p.ZapPlugin.MergeUsing(segments, drops, path, closed, stats, config)
}
