package index

import (
	"runtime"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// A store is scorch with the workers it uses.
type store struct {
	bleveindex.Index
	workers *bleveindex.AnalysisQueue
}

// openStore opens scorch in a directory, or in memory where it is "". Scorch
// is used without bleve.Index above it: what that adds, the mapping of
// arbitrary values and its own searchers, is not wanted here.
func openStore(directory string) (*store, error) {
	workers := bleveindex.NewAnalysisQueue(runtime.GOMAXPROCS(0))
	opened, err := scorch.NewScorch(scorch.Name, map[string]any{
		"path": directory,
		// The directory is locked already; without a timeout a lock that
		// somebody else holds would be waited for without end.
		"bolt_timeout": "2s",
		// Segments below this number of documents count as equally small. With
		// scorch's own 2000 every batch of a few articles would be merged again
		// and again until it is that large: twice the time for each Put.
		"scorchMergePlanOptions": map[string]any{"FloorSegmentSize": 100},
	}, workers)
	if err == nil {
		err = opened.Open()
	}
	if err != nil {
		workers.Close()
		return nil, err
	}
	return &store{Index: opened, workers: workers}, nil
}

// Close closes scorch and ends its workers.
func (s *store) Close() error {
	err := s.Index.Close()
	s.workers.Close()
	return err
}
