package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2/util"
)

const rootName = "root.bolt"

// A manifest is what scorch's root.bolt says of the last state of a generation.
type manifest struct {
	version  string
	seal     string   // "" before storage version 1
	segments []string // names of files in the directory
}

// readManifest reads it without scorch: what scorch cannot load it leaves out,
// down to an empty index, and then removes the files that it does not know of.
func readManifest(directory string) (manifest, error) {
	path := filepath.Join(directory, rootName)
	data, err := os.ReadFile(path)
	if err != nil {
		return manifest{}, err
	}
	m, err := parseManifest(data)
	if err != nil {
		return manifest{}, fmt.Errorf("%s: %w", path, err)
	}
	return m, nil
}

func parseManifest(data []byte) (manifest, error) {
	root, err := readBolt(data)
	if err != nil {
		return manifest{}, err
	}
	snapshots := root.buckets[string(util.BoltSnapshotsBucket)]
	if snapshots == nil || len(snapshots.buckets) == 0 {
		return manifest{}, errors.New("it has no snapshot")
	}
	last := ""
	for epoch := range snapshots.buckets { // their order is that of the numbers
		last = max(last, epoch)
	}
	var m manifest
	for key, b := range snapshots.buckets[last].buckets {
		switch key {
		case string(util.BoltMetaDataKey):
		case string(util.BoltInternalKey):
			m.version, m.seal = string(b.values[string(versionKey)]), string(b.values[string(sealKey)])
		default:
			name := string(b.values[string(util.BoltPathKey)])
			if name == "" || name != filepath.Base(name) {
				return manifest{}, fmt.Errorf("%q is not the name of a segment", name)
			}
			m.segments = append(m.segments, name)
		}
	}
	return m, nil
}

// checkSegments reads all segments of a generation and checks them.
func (m *manifest) checkSegments(directory string) error {
	return eachAtOnce(len(m.segments), func(i int) error { return checkSegment(filepath.Join(directory, m.segments[i])) })
}

var errChecksum = errors.New("the checksum says that its bytes are not those that were written")

// checkSegment compares a segment's file with the checksum at its end, which
// zap writes and does not look at: CRC-32 (IEEE) of all bytes before it.
func checkSegment(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // it was only read
	info, err := file.Stat()
	if err != nil {
		return err
	}
	var written [crc32.Size]byte
	body := info.Size() - int64(len(written))
	sum := crc32.NewIEEE()
	if body > 0 {
		_, err = io.Copy(sum, io.NewSectionReader(file, 0, body))
	}
	if err == nil && body > 0 {
		_, err = file.ReadAt(written[:], body)
	}
	if err == nil && (body <= 0 || binary.BigEndian.Uint32(written[:]) != sum.Sum32()) {
		err = errChecksum
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
