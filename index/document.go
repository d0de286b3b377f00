package index

import (
	"encoding/binary"
	"strconv"

	bleveindex "github.com/blevesearch/bleve_index_api"
	"github.com/fxamacker/cbor/v2"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/index/zapfile"
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
	d := newDocument(claimDocumentName(c.Article.ID, c.ID))
	d.record, d.place = c.Article.ID, place
	d.keyword(fieldRecordType, recordClaim)
	d.words(string(onrecord.FieldText), terms)
	d.words(fieldRepeated, repeated(terms))
	d.words(string(onrecord.FieldContext), analysis.Terms(c.Surroundings()))
	d.keyword(fieldTextLength, strconv.Itoa(len(terms)))
	d.words(string(onrecord.FieldExact), words)
	d.words(fieldRepeatedWords, repeated(words))
	d.words(string(onrecord.FieldSpeaker), analysis.Words(c.Speaker.Name))
	d.words(string(onrecord.FieldTitle), analysis.Words(c.Speaker.Title))
	d.keyword(string(onrecord.FieldSpeakerID), c.Speaker.ID)
	d.keyword(string(onrecord.FieldSpeakerAs), c.Speaker.Key())
	d.keyword(string(onrecord.FieldOutlet), analysis.Fold(c.Article.Outlet))
	d.keyword(string(onrecord.FieldKind), c.Kind.String())
	d.keyword(string(onrecord.FieldArticle), c.Article.ID)
	d.keyword(string(onrecord.FieldMonth), month(c.When()))
	d.keyword(string(onrecord.FieldGroup), c.Group)
	if c.State != onrecord.StatePresent {
		d.keyword(string(onrecord.FieldState), c.State.String())
	}
	d.fingerprints = analysis.Fingerprints(analysis.Shingles(terms))
	d.keyword(string(onrecord.FieldSaid), dateKey(c.When()))
	d.keyword(string(onrecord.FieldPublished), dateKey(c.Article.Published))
	d.stored(fieldFingerprints, fingerprintBytes(d.fingerprints))
	d.stored(fieldPayload, payload)
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
	d := newDocument(r.Article.ID)
	d.record = r.Article.ID
	d.keyword(fieldRecordType, recordArticle)
	d.keyword(fieldArticleOutlet, analysis.Fold(r.Article.Outlet))
	d.keyword(fieldArticlePublished, dateKey(r.Article.Published))
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
	d := newDocument(textDocumentName(r.Article.ID))
	d.record, d.place = r.Article.ID, len(r.Claims)+len(r.Former)+1
	d.stored(fieldPayload, payload)
	return d, nil
}

// An indexDocument is a document that is analyzed already. Bleve's own would be
// analyzed through a mapping and its analyzers; this one scorch only hands on, to
// segmentPlugin.NewUsing.
type indexDocument struct {
	zapfile.Document
	record string // ID of the article that it is of; "": of none
	place  int    // among the documents of its record
	size   int    // bytes, about

	fingerprints []uint32 // of a claim
}

// newDocument returns an empty one.
func newDocument(name string) *indexDocument {
	return &indexDocument{Document: zapfile.Document{ID: name}}
}

// keyword adds a field of one term; none where the value is empty.
func (d *indexDocument) keyword(name, value string) {
	if value != "" {
		d.terms(name, []string{value})
	}
}

// words adds a field with the terms of the tokens.
func (d *indexDocument) words(name string, tokens []analysis.Token) {
	if len(tokens) == 0 {
		return
	}
	terms := make([]string, len(tokens))
	for i, token := range tokens {
		terms[i] = token.Term
	}
	d.terms(name, terms)
}

func (d *indexDocument) terms(name string, terms []string) {
	d.Terms = append(d.Terms, zapfile.Terms{Field: fieldNumber(name), Terms: terms})
}

// stored adds a field that is kept as it is; none where it is empty. Fields are
// added in the order of their names.
func (d *indexDocument) stored(name string, value []byte) {
	if len(value) == 0 {
		return
	}
	d.Stored = append(d.Stored, zapfile.Stored{Field: fieldNumber(name), Value: value})
	d.size += len(value)
}

// The methods of bleve's Document.

func (d *indexDocument) ID() string                                      { return d.Document.ID }
func (d *indexDocument) Size() int                                       { return d.size }
func (d *indexDocument) NumPlainTextBytes() uint64                       { return uint64(d.size) }
func (d *indexDocument) StoredFieldsBytes() uint64                       { return uint64(d.size) }
func (d *indexDocument) Indexed() bool                                   { return true }
func (d *indexDocument) HasComposite() bool                              { return false }
func (d *indexDocument) VisitComposite(bleveindex.CompositeFieldVisitor) {}
func (d *indexDocument) VisitFields(bleveindex.FieldVisitor)             {}
func (d *indexDocument) AddIDField()                                     {}
