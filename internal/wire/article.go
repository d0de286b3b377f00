// Package wire converts between the domain and the generated types of the API,
// in both directions, for the server and the client library. Generated types
// go no further than those two.
package wire

import (
	"strings"

	"github.com/onrecord/onrecord"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// Article converts an article; leave Text empty to leave it out.
func Article(a onrecord.Article) *onrecordv1.Article {
	m := ArticleInfo(a.ArticleInfo)
	setDetails(m, a.Details)
	m.Text, m.GivenStatements = a.Text, given(a.Given)
	return m
}

// ArticleInfo converts what is told of an article in a list.
func ArticleInfo(a onrecord.ArticleInfo) *onrecordv1.Article {
	published, precision := Date(a.Published)
	return &onrecordv1.Article{
		Name:               nameOf(a.ID),
		Uri:                a.URL,
		Outlet:             a.Outlet,
		Title:              a.Title,
		LanguageCode:       a.Language,
		PublishedTime:      published,
		PublishedPrecision: precision,
		ContentHash:        a.Hash,
		Version:            int32(a.Version),
		IngestTime:         Time(a.Ingested),
	}
}

// ArticleOf is the inverse of Article.
func ArticleOf(m *onrecordv1.Article) onrecord.Article {
	return onrecord.Article{
		ArticleInfo: onrecord.ArticleInfo{
			ID:        strings.TrimPrefix(m.GetName(), "articles/"),
			URL:       m.GetUri(),
			Outlet:    m.GetOutlet(),
			Title:     m.GetTitle(),
			Language:  m.GetLanguageCode(),
			Published: DateOf(m.GetPublishedTime(), m.GetPublishedPrecision()),
			Hash:      m.GetContentHash(),
			Version:   int(m.GetVersion()),
			Ingested:  TimeOf(m.GetIngestTime()),
		},
		Details: detailsOf(m),
		Text:    m.GetText(),
		Given:   givenOf(m.GetGivenStatements()),
	}
}

// nameOf returns the resource name, and "" for an article that is not stored.
func nameOf(articleID string) string {
	if articleID == "" {
		return ""
	}
	return onrecord.ArticleName(articleID)
}

func citation(a onrecord.ArticleInfo) *onrecordv1.ArticleCitation {
	published, precision := Date(a.Published)
	return &onrecordv1.ArticleCitation{
		Article:            nameOf(a.ID),
		Uri:                a.URL,
		Outlet:             a.Outlet,
		Title:              a.Title,
		PublishedTime:      published,
		PublishedPrecision: precision,
		Version:            int32(a.Version),
	}
}

func citationOf(m *onrecordv1.ArticleCitation) onrecord.ArticleInfo {
	return onrecord.ArticleInfo{
		ID:        strings.TrimPrefix(m.GetArticle(), "articles/"),
		URL:       m.GetUri(),
		Outlet:    m.GetOutlet(),
		Title:     m.GetTitle(),
		Published: DateOf(m.GetPublishedTime(), m.GetPublishedPrecision()),
		Version:   int(m.GetVersion()),
	}
}

// Coverage converts what an answer was drawn from.
func Coverage(c onrecord.Coverage) *onrecordv1.Coverage {
	first, _ := Date(c.First)
	last, _ := Date(c.Last)
	return &onrecordv1.Coverage{
		Articles:           int32(c.Articles),
		Outlets:            int32(c.Outlets),
		Claims:             int32(c.Claims),
		FirstPublishedTime: first,
		LastPublishedTime:  last,
		UndatedArticles:    int32(c.Undated),
		SpeakerClaims:      int32(c.SpeakerClaims),
		FormerClaims:       int32(c.FormerClaims),
	}
}

// CoverageOf is the inverse of Coverage.
func CoverageOf(m *onrecordv1.Coverage) onrecord.Coverage {
	unspecified := onrecordv1.DatePrecision_DATE_PRECISION_UNSPECIFIED
	return onrecord.Coverage{
		Articles:      int(m.GetArticles()),
		Outlets:       int(m.GetOutlets()),
		Claims:        int(m.GetClaims()),
		First:         DateOf(m.GetFirstPublishedTime(), unspecified),
		Last:          DateOf(m.GetLastPublishedTime(), unspecified),
		Undated:       int(m.GetUndatedArticles()),
		SpeakerClaims: int(m.GetSpeakerClaims()),
		FormerClaims:  int(m.GetFormerClaims()),
	}
}
