package ingest

import (
	"path/filepath"
	"slices"
	"strings"
)

// endings are those of files in a format that is known, in lower case.
var endings = []string{
	".txt", ".json", ".jsonl", ".ndjson", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".nitf", ".srt", ".vtt", ".warc",
}

// packings are the endings of compressed files.
var packings = []string{".gz", ".bz2", ".zst"}

// IsNamed reports whether a file is called as one with articles may be:
// "a.html", "a.jsonl.gz", "a.gz".
func IsNamed(name string) bool {
	return slices.Contains(endings, ending(name)) || slices.Contains(packings, strings.ToLower(filepath.Ext(name)))
}

// Endings lists the endings of IsNamed.
func Endings() []string { return slices.Concat(endings, packings) }

// ending returns the last ending of a name, in lower case, that is none of a
// compression.
func ending(name string) string {
	name = strings.ToLower(name)
	for _, packed := range packings {
		name = strings.TrimSuffix(name, packed)
	}
	return filepath.Ext(name)
}
