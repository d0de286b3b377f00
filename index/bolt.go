package index

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
)

// A bucket is a bucket of a bolt file: values and further buckets by key.
type bucket struct {
	values  map[string][]byte
	buckets map[string]*bucket
}

// readBolt reads the whole of a bolt file (format 2, in this machine's byte
// order) and checks what bolt takes for good. Only bolt's two meta pages have
// checksums; elsewhere a wrong byte makes bolt read outside the file, walk in a
// circle, or write over a page that is in use because it counts as free. Here
// it is an error: every page is where its parent says, is met once, has its
// keys in order and its parts within its bounds; none in use is free.
func readBolt(data []byte) (*bucket, error) {
	m, err := readBoltMeta(data)
	if err != nil {
		return nil, err
	}
	pages := uint64(len(data)) / m.pageSize
	if m.pages > pages {
		return nil, fmt.Errorf("it has %d pages, not %d", pages, m.pages)
	}
	r := &boltReader{data: data, pageSize: m.pageSize, met: make([]bool, m.pages)}
	root := newBucket()
	if err := r.tree(m.root, bounds{}, root); err != nil {
		return nil, err
	}
	return root, r.freelist(m.freelist)
}

func newBucket() *bucket {
	return &bucket{values: map[string][]byte{}, buckets: map[string]*bucket{}}
}

// The parts of a bolt file, in bytes.
const (
	boltPageHeader   = 16 // id 8, flags 2, count 2, overflow 4
	boltElement      = 16 // leaf: flags 4, position 4, key 4, value 4; branch: position 4, key 4, page 8
	boltBucketHeader = 16 // root page 8, sequence 8
	boltMetaSummed   = 56 // what the checksum behind it covers
)

// The types of a page, and of a leaf's element.
const (
	boltBranch       = 0x01
	boltLeaf         = 0x02
	boltFreelist     = 0x10
	boltIsBucket     = 0x01
	boltNoFreelist   = ^uint64(0)
	boltManyElements = 0xFFFF // of a freelist: the first is their number
)

type boltMeta struct {
	pageSize              uint64
	root, freelist, pages uint64
	transaction           uint64
}

// readBoltMeta returns the later one of the two meta pages, or the one that is
// good, as bolt does.
func readBoltMeta(data []byte) (boltMeta, error) {
	first, good := parseBoltMeta(data)
	// Without the first page the size of a page is not known.
	for size := 1 << 10; !good && size <= 1<<16 && size < len(data); size <<= 1 {
		first, good = parseBoltMeta(data[size:])
	}
	if !good {
		return boltMeta{}, errors.New("neither of its meta pages is good")
	}
	for _, at := range []uint64{0, first.pageSize} {
		if at < uint64(len(data)) {
			if m, good := parseBoltMeta(data[at:]); good && m.pageSize == first.pageSize && m.transaction > first.transaction {
				first = m
			}
		}
	}
	return first, nil
}

func parseBoltMeta(page []byte) (m boltMeta, good bool) {
	const magic, version = 0xED0CDAED, 2
	if len(page) < boltPageHeader+boltMetaSummed+8 {
		return boltMeta{}, false
	}
	meta := page[boltPageHeader:]
	sum := fnv.New64a()
	sum.Write(meta[:boltMetaSummed]) // never fails
	if uint32At(meta, 0) != magic || uint32At(meta, 4) != version || uint64At(meta, boltMetaSummed) != sum.Sum64() {
		return boltMeta{}, false
	}
	m = boltMeta{
		pageSize: uint64(uint32At(meta, 8)), root: uint64At(meta, 16), freelist: uint64At(meta, 32),
		pages: uint64At(meta, 40), transaction: uint64At(meta, 48),
	}
	return m, m.pageSize > boltPageHeader
}

func uint32At(b []byte, at uint64) uint32 { return binary.NativeEndian.Uint32(b[at:]) }

func uint64At(b []byte, at uint64) uint64 { return binary.NativeEndian.Uint64(b[at:]) }

// A boltReader walks through the pages.
type boltReader struct {
	data     []byte
	pageSize uint64
	met      []bool // by page
}

// bounds are those of keys: none below from, none from to on. A nil to is open.
type bounds struct{ from, to []byte }

func (b bounds) contain(key []byte) bool {
	return bytes.Compare(b.from, key) <= 0 && (b.to == nil || bytes.Compare(key, b.to) < 0)
}

// meet marks a page that must not have been met.
func (r *boltReader) meet(id uint64) error {
	if id < 2 || id >= uint64(len(r.met)) {
		return fmt.Errorf("there is no page %d", id)
	}
	if r.met[id] {
		return fmt.Errorf("page %d is met twice", id)
	}
	r.met[id] = true
	return nil
}

// page returns a page with those that it runs over into.
func (r *boltReader) page(id uint64) ([]byte, error) {
	if err := r.meet(id); err != nil {
		return nil, err
	}
	page := r.data[id*r.pageSize:]
	if found := uint64At(page, 0); found != id {
		return nil, fmt.Errorf("page %d says that it is %d", id, found)
	}
	more := uint64(uint32At(page, 12))
	for next := range min(more, uint64(len(r.met))) {
		if err := r.meet(id + 1 + next); err != nil {
			return nil, err
		}
	}
	return page[:min((1+more)*r.pageSize, uint64(len(page)))], nil
}

// tree reads the pages below one into a bucket.
func (r *boltReader) tree(id uint64, keys bounds, into *bucket) error {
	page, err := r.page(id)
	if err != nil {
		return err
	}
	switch flags := binary.NativeEndian.Uint16(page[8:]); flags {
	case boltLeaf:
		err = r.leaf(page, keys, into)
	case boltBranch:
		err = r.branch(page, keys, into)
	default:
		err = fmt.Errorf("it is of type %x", flags)
	}
	if err != nil {
		return fmt.Errorf("page %d: %w", id, err)
	}
	return nil
}

func (r *boltReader) branch(page []byte, keys bounds, into *bucket) error {
	elements, err := boltElements(page, keys, func(at uint64) (position, key, value uint64) {
		return uint64(uint32At(page, at)), uint64(uint32At(page, at+4)), 0
	})
	if err != nil {
		return err
	}
	for i, e := range elements {
		below := bounds{from: e.key, to: keys.to}
		if i+1 < len(elements) {
			below.to = elements[i+1].key
		}
		if err := r.tree(uint64At(page, e.at+8), below, into); err != nil {
			return err
		}
	}
	return nil
}

func (r *boltReader) leaf(page []byte, keys bounds, into *bucket) error {
	elements, err := boltElements(page, keys, func(at uint64) (position, key, value uint64) {
		return uint64(uint32At(page, at+4)), uint64(uint32At(page, at+8)), uint64(uint32At(page, at+12))
	})
	if err != nil {
		return err
	}
	for _, e := range elements {
		if uint32At(page, e.at)&boltIsBucket == 0 {
			into.values[string(e.key)] = e.value
			continue
		}
		below := newBucket()
		into.buckets[string(e.key)] = below
		if err := r.bucket(e.value, below); err != nil {
			return fmt.Errorf("bucket %q: %w", e.key, err)
		}
	}
	return nil
}

// bucket reads the bucket that a value stands for: a page, or where it is
// small a leaf within the value.
func (r *boltReader) bucket(value []byte, into *bucket) error {
	if len(value) < boltBucketHeader {
		return errors.New("it has no root")
	}
	if root := uint64At(value, 0); root != 0 {
		return r.tree(root, bounds{}, into)
	}
	page := value[boltBucketHeader:]
	if len(page) < boltPageHeader || binary.NativeEndian.Uint16(page[8:]) != boltLeaf {
		return errors.New("it has no leaf")
	}
	return r.leaf(page, bounds{}, into)
}

// A boltPart is one element of a page.
type boltPart struct {
	at         uint64 // in the page, in bytes
	key, value []byte
}

// boltElements returns the elements of a page, whose keys must ascend within
// the bounds. place reads from the element at a byte of the page where its key
// begins, counted from there, and the lengths of key and value.
func boltElements(page []byte, keys bounds, place func(at uint64) (position, key, value uint64)) ([]boltPart, error) {
	count := uint64(binary.NativeEndian.Uint16(page[10:]))
	if boltPageHeader+count*boltElement > uint64(len(page)) {
		return nil, fmt.Errorf("it has no room for %d elements", count)
	}
	parts := make([]boltPart, count)
	for i := range parts {
		at := boltPageHeader + uint64(i)*boltElement
		position, key, value := place(at)
		start, end := at+position, at+position+key+value
		if end > uint64(len(page)) {
			return nil, fmt.Errorf("element %d ends outside", i)
		}
		parts[i] = boltPart{at: at, key: page[start : start+key], value: page[start+key : end]}
		if !keys.contain(parts[i].key) || i > 0 && bytes.Compare(parts[i-1].key, parts[i].key) >= 0 {
			return nil, fmt.Errorf("element %d is out of order", i)
		}
	}
	return parts, nil
}

// freelist checks that no free page was met, nor is free twice.
func (r *boltReader) freelist(id uint64) error {
	if id == boltNoFreelist {
		return nil
	}
	page, err := r.page(id)
	if err != nil {
		return fmt.Errorf("free pages: %w", err)
	}
	if flags := binary.NativeEndian.Uint16(page[8:]); flags != boltFreelist {
		return fmt.Errorf("free pages: page %d is of type %x", id, flags)
	}
	list := page[boltPageHeader:]
	count := uint64(binary.NativeEndian.Uint16(page[10:]))
	if count == boltManyElements && len(list) >= 8 {
		count, list = uint64At(list, 0), list[8:]
	}
	if count > uint64(len(list))/8 {
		return fmt.Errorf("free pages: no room for %d", count)
	}
	for i := range count {
		if err := r.meet(uint64At(list, i*8)); err != nil {
			return fmt.Errorf("free pages: %w", err)
		}
	}
	return nil
}
