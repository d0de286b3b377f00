package server

import (
	"bytes"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/ingest"
	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
	"github.com/onrecord/onrecord/service"
)

// sourced is a request with an article by its fields or as the outside has it.
type sourced interface {
	GetArticle() *onrecordv1.Article
	GetDocument() *onrecordv1.RawDocument
}

// draftOf returns the article of a request.
func draftOf(req sourced) (service.Draft, error) {
	m := req.GetDocument()
	if m == nil {
		return service.DraftOf(wire.ArticleOf(req.GetArticle())), nil
	}
	d := wire.DocumentOf(m)
	a, err := ingest.One(bytes.NewReader(d.Content), ingest.Options{Name: d.FileName, MediaType: d.MediaType, Defaults: d.Defaults})
	if err != nil {
		return service.Draft{}, &onrecord.FieldError{Field: "document.content", Reason: "UNREADABLE", Detail: err.Error()}
	}
	return service.DraftOf(a), nil
}
