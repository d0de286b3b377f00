package index

import (
	"encoding/binary"
	"strconv"

	"github.com/blevesearch/bleve/v2/document"
	bleveindex "github.com/blevesearch/bleve_index_api"
	"github.com/fxamacker/cbor/v2"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// claimDocument returns what is indexed of the claim at a place of its record,
// from 1. apart: see storedClaim.
func claimDocument(c *onrecord.Claim, place int, apart bool) (*indexDocument, error) {
	payload, err := encodeClaim(c, place, apart)
	if err != nil {
		return nil, err
	}
	words := analysis.Words(c.Text)
	terms := analysis.TermsAmong(words, c.Text)
	d := &indexDocument{id: claimDocumentName(c.Article.ID, c.ID), record: c.Article.ID, place: place}
	d.keyword(fieldRecordType, recordClaim, keywordOptions)
	d.words(string(onrecord.FieldText), terms, keywordOptions)
	d.words(fieldRepeated, repeated(terms), countedOptions)
	d.words(string(onrecord.FieldContext), analysis.Terms(c.Surroundings()), keywordOptions)
	d.keyword(fieldTextLength, strconv.Itoa(len(terms)), keywordOptions)
	d.words(string(onrecord.FieldExact), words, keywordOptions)
	d.words(fieldRepeatedWords, repeated(words), countedOptions)
	d.words(string(onrecord.FieldSpeaker), analysis.Words(c.Speaker.Name), keywordOptions)
	d.words(string(onrecord.FieldTitle), analysis.Words(c.Speaker.Title), keywordOptions)
	d.keyword(string(onrecord.FieldSpeakerID), c.Speaker.ID, keywordOptions)
	d.keyword(string(onrecord.FieldSpeakerAs), c.Speaker.Key(), uniqueOptions)
	d.keyword(string(onrecord.FieldOutlet), analysis.Fold(c.Article.Outlet), keywordOptions)
	d.keyword(string(onrecord.FieldKind), c.Kind.String(), keywordOptions)
	d.keyword(string(onrecord.FieldArticle), c.Article.ID, uniqueOptions)
	d.keyword(string(onrecord.FieldMonth), month(c.When()), keywordOptions)
	d.keyword(string(onrecord.FieldGroup), c.Group, uniqueOptions)
	if c.State != onrecord.StatePresent {
		d.keyword(string(onrecord.FieldState), c.State.String(), keywordOptions)
	}
	d.fingerprints = analysis.Fingerprints(analysis.Shingles(terms))
	d.keyword(string(onrecord.FieldSaid), dateKey(c.When()), uniqueOptions)
	d.keyword(string(onrecord.FieldPublished), dateKey(c.Article.Published), uniqueOptions)
	d.stored(fieldPayload, payload)
	d.stored(fieldFingerprints, fingerprintBytes(d.fingerprints))
	return d, nil
}

// repeated returns the tokens whose terms occur more than once.
func repeated(tokens []analysis.Token) []analysis.Token {
	counts := make(map[string]int, len(tokens))
	for _, token := range tokens {
		counts[token.Term]++
	}
	var repeated []analysis.Token
	for _, token := range tokens {
		if counts[token.Term] > 1 {
			repeated = append(repeated, token)
		}
	}
	return repeated
}

// fingerprintBytes returns fingerprints as they are kept: 4 bytes each,
// big-endian.
func fingerprintBytes(fingerprints []uint32) []byte {
	kept := make([]byte, 0, 4*len(fingerprints))
	for _, f := range fingerprints {
		kept = binary.BigEndian.AppendUint32(kept, f)
	}
	return kept
}

// articleDocument returns what is indexed of an article: what Coverage and the
// listing need.
func articleDocument(r *onrecord.Record) (*indexDocument, error) {
	payload, err := encodeArticle(r)
	if err != nil {
		return nil, err
	}
	d := &indexDocument{id: r.Article.ID, record: r.Article.ID}
	d.keyword(fieldRecordType, recordArticle, keywordOptions)
	d.keyword(fieldArticleOutlet, analysis.Fold(r.Article.Outlet), keywordOptions)
	d.keyword(fieldArticlePublished, dateKey(r.Article.Published), uniqueOptions)
	d.stored(fieldPayload, payload)
	return d, nil
}

// textDocument returns what is kept of an article's text besides the sentences
// of its claims. It stands behind the last of them.
func textDocument(r *onrecord.Record, left string) (*indexDocument, error) {
	payload, err := cbor.Marshal(storedText{Left: pack([]byte(left))})
	if err != nil {
		return nil, err
	}
	d := &indexDocument{id: textDocumentName(r.Article.ID), record: r.Article.ID, place: len(r.Claims) + len(r.Former) + 1}
	d.stored(fieldPayload, payload)
	return d, nil
}

// An indexDocument is a document that is analyzed already: bleve's own would
// analyze through a mapping and its analyzers.
type indexDocument struct {
	id     string
	record string // ID of the article that it is of; "": of none
	place  int    // among the documents of its record
	fields []bleveindex.Field
	size   int // bytes, about

	fingerprints []uint32 // of a claim
}

// keyword adds a field of one term; none where the value is empty.
func (d *indexDocument) keyword(name, value string, options bleveindex.FieldIndexingOptions) {
	if value != "" {
		d.words(name, []analysis.Token{{Term: value}}, options)
	}
}

// words adds a field with the terms of the tokens.
func (d *indexDocument) words(name string, tokens []analysis.Token, options bleveindex.FieldIndexingOptions) {
	d.fields = append(d.fields, &indexField{
		name: name, options: options, length: len(tokens), terms: frequencies(tokens, options),
	})
}

// stored adds a field that is kept as it is; none where it is empty.
func (d *indexDocument) stored(name string, value []byte) {
	if len(value) == 0 {
		return
	}
	d.fields = append(d.fields, &indexField{name: name, options: storedOptions, value: value})
	d.size += len(value)
}

// frequencies counts the terms of a field where the options ask for it. Where a
// word stands is not kept: phrases and highlighting read the text again.
func frequencies(tokens []analysis.Token, options bleveindex.FieldIndexingOptions) bleveindex.TokenFrequencies {
	terms := make(bleveindex.TokenFrequencies, len(tokens))
	counters := make([]bleveindex.TokenFreq, len(tokens))
	for i, token := range tokens {
		counter := terms[token.Term]
		if counter == nil {
			counter = &counters[i]
			counter.Term = []byte(token.Term)
			terms[token.Term] = counter
		}
		if !options.SkipFreqNorm() {
			counter.SetFrequency(counter.Frequency() + 1)
		}
	}
	return terms
}

// The methods of bleve's Document.

func (d *indexDocument) ID() string                                      { return d.id }
func (d *indexDocument) Size() int                                       { return d.size }
func (d *indexDocument) NumPlainTextBytes() uint64                       { return uint64(d.size) }
func (d *indexDocument) StoredFieldsBytes() uint64                       { return uint64(d.size) }
func (d *indexDocument) Indexed() bool                                   { return true }
func (d *indexDocument) HasComposite() bool                              { return false }
func (d *indexDocument) VisitComposite(bleveindex.CompositeFieldVisitor) {}
func (d *indexDocument) VisitFields(visit bleveindex.FieldVisitor) {
	for _, f := range d.fields {
		visit(f)
	}
}

// AddIDField adds the field by which scorch finds a document again.
func (d *indexDocument) AddIDField() {
	d.fields = append(d.fields,
		document.NewTextFieldCustom("_id", nil, []byte(d.id), bleveindex.IndexField|bleveindex.StoreField, nil))
}

// An indexField is one field of an indexDocument.
type indexField struct {
	name    string
	options bleveindex.FieldIndexingOptions
	value   []byte
	length  int
	terms   bleveindex.TokenFrequencies
}

// The methods of bleve's Field.

func (f *indexField) Name() string                                          { return f.name }
func (f *indexField) Value() []byte                                         { return f.value }
func (f *indexField) ArrayPositions() []uint64                              { return nil }
func (f *indexField) EncodedFieldType() byte                                { return 't' }
func (f *indexField) Analyze()                                              {}
func (f *indexField) Options() bleveindex.FieldIndexingOptions              { return f.options }
func (f *indexField) AnalyzedLength() int                                   { return f.length }
func (f *indexField) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies { return f.terms }
func (f *indexField) NumPlainTextBytes() uint64                             { return uint64(len(f.value)) }
