package index

import (
	"fmt"

	"github.com/onrecord/onrecord/analysis"
)

// storageVersion names what a generation keeps besides its documents: since 1
// a seal.
const storageVersion = 1

// versionKey is where a generation notes by which versions it was made.
var versionKey = []byte("onrecord.version")

// versions are those of a program that made a generation.
type versions struct {
	storage, mapping, analysis int
}

// currentVersions are what this program makes.
func currentVersions() versions {
	return versions{storage: storageVersion, mapping: mappingVersion, analysis: analysis.Version}
}

// The forms of versions as text; the first programs wrote none of the storage.
const (
	versionsFormat      = "storage %d, mapping %d, analysis %d"
	firstVersionsFormat = "mapping %d, analysis %d"
)

// String is the text that parseVersions reads.
func (v versions) String() string {
	return fmt.Sprintf(versionsFormat, v.storage, v.mapping, v.analysis)
}

func parseVersions(text string) (v versions, err error) {
	if _, err = fmt.Sscanf(text, versionsFormat, &v.storage, &v.mapping, &v.analysis); err == nil && v.String() == text {
		return v, nil
	}
	v = versions{}
	if _, err = fmt.Sscanf(text, firstVersionsFormat, &v.mapping, &v.analysis); err == nil && text == fmt.Sprintf(firstVersionsFormat, v.mapping, v.analysis) {
		return v, nil
	}
	return versions{}, fmt.Errorf("%q is not a version", text)
}

// newer reports whether a generation may hold something that a program of the
// other versions does not know and would lose on a rebuild.
func (v versions) newer(program versions) bool {
	return v.storage > program.storage || v.mapping > program.mapping || v.analysis > program.analysis
}
