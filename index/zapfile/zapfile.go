// Package zapfile writes segments in the file format of zap 17, which scorch
// reads and keeps: from documents that are analyzed already, and from other
// segments. It is for indexes of one fixed mapping, and makes use of that. Zap's
// own writer takes any document: it spends three times the time, and a byte for
// each posting and ten for each word on counts that a field does not have.
//
// What it writes differs from what zap writes in these ways, all of which zap
// reads:
//
//   - every segment has all fields, in one order, also those that no document
//     has: documents are copied as they are when segments are merged
//   - a field that is not counted has no counts at all, and a term of one
//     document no list, also in a segment that was not merged. Zap must never
//     merge such a segment: it takes a posting without a count for the end of
//     the list
//   - bitmaps have runs where these are shorter: what the claims of an article
//     have in common stands in documents one behind the other
package zapfile

import (
	bleveindex "github.com/blevesearch/bleve_index_api"
	zap "github.com/blevesearch/zapx/v17"
)

// A Field is one of a mapping. The first is "_id", which has the names of the
// documents; the others are sorted by name.
type Field struct {
	Name    string
	Options bleveindex.FieldIndexingOptions
	// Counted: how often a document has each term is kept, and how many terms
	// it has in the field.
	Counted bool
}

// A Document is what a segment keeps of one.
type Document struct {
	ID     string
	Stored []Stored // by field, ascending
	Terms  []Terms
}

// Stored is a value that is kept as it is.
type Stored struct {
	Field int // its place in the mapping
	Value []byte
}

// Terms are those of a document in a field, each as often as the document has
// it.
type Terms struct {
	Field int // its place in the mapping, from 1
	Terms []string
}

// The marks of zap's format.
const (
	noDocValues    = 1<<64 - 1 // where values by document would begin and end
	invertedIndex  = zap.SectionInvertedTextIndex
	storedType     = 't'
	footerBytes    = zap.FooterSize
	maxOneDocument = 1<<31 - 1 // a document's number in the place of a list
)
