package index

import (
	bleveindex "github.com/blevesearch/bleve_index_api"

	"github.com/onrecord/onrecord"
)

// mappingVersion names what documents look like on disk: their fields, how
// each is indexed and what a keyword holds. Raise it with every change of
// these; an index of another version is rebuilt when it is opened.
const mappingVersion = 9

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

// How a field is indexed. Nothing has doc values: facets, time ranges and
// orders read columns (see column.go), which are made from the dictionaries.
const (
	// keywordOptions: postings only.
	keywordOptions = bleveindex.IndexField | bleveindex.SkipFreqNorm
	// uniqueOptions: for a keyword that few documents share. With frequency
	// and norm a term of one document takes no postings list at all.
	uniqueOptions = bleveindex.IndexField
	// countedOptions: frequencies, for the score.
	countedOptions = bleveindex.IndexField
	// storedOptions: kept, not searchable.
	storedOptions = bleveindex.StoreField
)

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
