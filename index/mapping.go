package index

import (
	"slices"
	"strings"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/index/zapfile"
)

// mappingVersion names what documents look like on disk: their fields, how
// each is indexed and what a keyword holds. Raise it with every change of
// these; an index of another version is rebuilt when it is opened.
const mappingVersion = 11

// The fields of the index besides those of the domain (onrecord.Field), which
// are fields of claim documents under their own names.
const (
	fieldRecordType = "record_type" // keyword: recordArticle, recordClaim or recordEntry
	fieldTextLength = "text_length" // keyword: number of terms of FieldText, decimal
	fieldRepeated   = "repeated"    // terms of FieldText that the claim has more than once, with how often

	fieldRepeatedWords = "repeated_words" // words of FieldExact, likewise

	// Article documents have fields of their own, so that their dictionaries
	// list the outlets and dates of articles without a look at the claims.
	fieldArticleOutlet    = "article_outlet"    // keyword: folded outlet
	fieldArticlePublished = "article_published" // keyword: dateKey of the published date

	fieldEntryKind = "entry_kind" // keyword: of a ledger's entry

	// fieldPayload holds the whole claim, article or entry (see codec.go). Its name
	// and format outlive a change of the mapping: the rebuild reads it.
	fieldPayload = "payload"

	fieldFingerprints = "fingerprints" // stored: analysis.Fingerprints of a claim's text
)

// The values of fieldRecordType.
const (
	recordArticle = "article"
	recordClaim   = "claim"
	recordEntry   = "entry"
)

// layout is what segments keep of each field. Nothing has doc values: facets,
// time ranges and orders read columns (see column.go), which are made from the
// dictionaries.
var layout = newLayout()

func newLayout() []zapfile.Field {
	const indexed = bleveindex.IndexField | bleveindex.SkipFreqNorm
	fields := []zapfile.Field{
		{Name: fieldPayload, Options: bleveindex.StoreField},
		{Name: fieldFingerprints, Options: bleveindex.StoreField},
		{Name: fieldRepeated, Options: bleveindex.IndexField, Counted: true},
		{Name: fieldRepeatedWords, Options: bleveindex.IndexField, Counted: true},
	}
	for _, name := range []string{fieldRecordType, fieldTextLength, fieldArticleOutlet, fieldArticlePublished, fieldEntryKind} {
		fields = append(fields, zapfile.Field{Name: name, Options: indexed})
	}
	for _, field := range []onrecord.Field{
		onrecord.FieldText, onrecord.FieldContext, onrecord.FieldExact, onrecord.FieldSpeaker, onrecord.FieldTitle,
		onrecord.FieldSpeakerID, onrecord.FieldSpeakerAs, onrecord.FieldOutlet, onrecord.FieldKind, onrecord.FieldArticle,
		onrecord.FieldMonth, onrecord.FieldGroup, onrecord.FieldState, onrecord.FieldSaid, onrecord.FieldPublished,
	} {
		fields = append(fields, zapfile.Field{Name: string(field), Options: indexed})
	}
	slices.SortFunc(fields, func(a, b zapfile.Field) int { return strings.Compare(a.Name, b.Name) })
	return append([]zapfile.Field{{Name: "_id", Options: bleveindex.IndexField | bleveindex.StoreField}}, fields...)
}

var fieldNumbers = func() map[string]int {
	numbers := make(map[string]int, len(layout))
	for i, f := range layout {
		numbers[f.Name] = i
	}
	return numbers
}()

// fieldNumber returns the place of a field in the layout. It panics where there
// is none.
func fieldNumber(name string) int {
	number, ok := fieldNumbers[name]
	if !ok {
		panic("no such field: " + name)
	}
	return number
}

// isKeyword reports whether a field of the domain is a keyword: AnyOf asks for
// it and facets count it.
func isKeyword(f onrecord.Field) bool {
	switch f {
	case onrecord.FieldSpeakerID, onrecord.FieldSpeakerAs, onrecord.FieldOutlet, onrecord.FieldKind, onrecord.FieldArticle, onrecord.FieldMonth, onrecord.FieldGroup, onrecord.FieldState:
		return true
	}
	return false
}

// isTime reports whether a field of the domain is a time.
func isTime(f onrecord.Field) bool {
	return f == onrecord.FieldSaid || f == onrecord.FieldPublished
}

// isStems reports whether a field of the domain has stemmed words.
func isStems(f onrecord.Field) bool {
	return f == onrecord.FieldText || f == onrecord.FieldContext
}

// isWords reports whether a field of the domain has unstemmed words.
func isWords(f onrecord.Field) bool {
	return f == onrecord.FieldExact || f == onrecord.FieldSpeaker || f == onrecord.FieldTitle
}
