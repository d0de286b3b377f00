package main

import (
	"path/filepath"
	"strconv"

	"github.com/blevesearch/bleve/v2"
	bleveanalysis "github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/registry"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/eval/bench/peer"
)

// path is where the index is in the peer's directory: bleve makes it itself.
func path(directory string) string { return filepath.Join(directory, "bleve") }

// create makes an empty index.
func create(directory string) (bleve.Index, error) {
	m := bleve.NewIndexMapping()
	m.ScoringModel = bleveindex.BM25Scoring
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	d := bleve.NewDocumentStaticMapping()
	for name := range analyzers {
		if err := m.AddCustomAnalyzer(name, map[string]any{"type": custom.Name, "tokenizer": name}); err != nil {
			return nil, err
		}
		f := bleve.NewTextFieldMapping()
		f.Analyzer, f.Store, f.DocValues, f.IncludeInAll, f.IncludeTermVectors = name, name == fieldTerms, false, false, name == fieldWords
		d.AddFieldMappingsAt(name, f)
	}
	for _, name := range facetFields {
		f := bleve.NewTextFieldMapping()
		f.Analyzer, f.Store, f.IncludeInAll, f.IncludeTermVectors, f.SkipFreqNorm = keyword.Name, false, false, false, true
		d.AddFieldMappingsAt(name, f)
	}
	said := bleve.NewNumericFieldMapping()
	said.Store, said.IncludeInAll = false, false
	d.AddFieldMappingsAt(fieldSaid, said)
	m.DefaultMapping = d
	return bleve.New(path(directory), m)
}

// The fields. Terms and words are both of the text.
const (
	fieldTerms = "terms"
	fieldWords = "words"
	fieldSaid  = "said"
)

// facetFields are those of peer.Class.Facets.
var facetFields = [...]string{"speaker", "outlet", "month"}

func documentOf(columns []string) map[string]any {
	said, _ := strconv.ParseFloat(columns[peer.ColumnSaid], 64)
	return map[string]any{
		fieldTerms: columns[peer.ColumnText], fieldWords: columns[peer.ColumnText], fieldSaid: said,
		facetFields[0]: columns[peer.ColumnSpeaker], facetFields[1]: columns[peer.ColumnOutlet], facetFields[2]: columns[peer.ColumnMonth],
	}
}

// analyzers are the product's, by field.
var analyzers = map[string]tokenizer{fieldTerms: analysis.Terms, fieldWords: analysis.Words}

// A tokenizer is one of the product's as bleve takes it.
type tokenizer func(text string) []analysis.Token

// Tokenize implements bleve's analysis.Tokenizer.
func (t tokenizer) Tokenize(text []byte) bleveanalysis.TokenStream {
	tokens := t(string(text))
	stream, made := make(bleveanalysis.TokenStream, len(tokens)), make([]bleveanalysis.Token, len(tokens))
	for i, token := range tokens {
		made[i] = bleveanalysis.Token{Term: []byte(token.Term), Start: token.Start, End: token.End, Position: token.Position + 1}
		stream[i] = &made[i]
	}
	return stream
}

// register makes the tokenizers known to bleve, which finds them by name when
// it opens an index.
func register() error {
	for name, t := range analyzers {
		err := registry.RegisterTokenizer(name, func(map[string]any, *registry.Cache) (bleveanalysis.Tokenizer, error) { return t, nil })
		if err != nil {
			return err
		}
	}
	return nil
}
