package wire

import (
	"google.golang.org/protobuf/types/known/durationpb"

	"github.com/onrecord/onrecord"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// setDetails sets what the source tells of an article.
func setDetails(m *onrecordv1.Article, d onrecord.Details) {
	m.Authors, m.CanonicalUri, m.ElsewhereUris = d.Authors, d.CanonicalURL, d.Elsewhere
	m.Dateline, m.Slug, m.Urgency, m.Edition = d.Dateline, d.Slug, int32(d.Urgency), d.Edition
	if d.UTCOffset != 0 {
		m.UtcOffset = durationpb.New(d.UTCOffset)
	}
	m.SourceId, m.FetchTime = d.SourceID, Time(d.Fetched)
	m.ModifiedTime, m.ModifiedPrecision = Date(d.Modified)
}

func detailsOf(m *onrecordv1.Article) onrecord.Details {
	return onrecord.Details{
		Authors:      m.GetAuthors(),
		Modified:     DateOf(m.GetModifiedTime(), m.GetModifiedPrecision()),
		CanonicalURL: m.GetCanonicalUri(),
		Elsewhere:    m.GetElsewhereUris(),
		Dateline:     m.GetDateline(),
		Slug:         m.GetSlug(),
		Urgency:      int(m.GetUrgency()),
		Edition:      m.GetEdition(),
		UTCOffset:    m.GetUtcOffset().AsDuration(),
		SourceID:     m.GetSourceId(),
		Fetched:      TimeOf(m.GetFetchTime()),
	}
}

func given(all []onrecord.Given) []*onrecordv1.GivenStatement {
	var ms []*onrecordv1.GivenStatement
	for _, g := range all {
		ms = append(ms, &onrecordv1.GivenStatement{
			Span: Span(g.Span), Speaker: g.Speaker, Confidence: float32(g.Confidence), TimeOffset: offset(g.Offset),
		})
	}
	return ms
}

func givenOf(ms []*onrecordv1.GivenStatement) []onrecord.Given {
	var all []onrecord.Given
	for _, m := range ms {
		all = append(all, onrecord.Given{
			Span: SpanOf(m.GetSpan()), Speaker: m.GetSpeaker(), Confidence: float64(m.GetConfidence()), Offset: offsetOf(m.GetTimeOffset()),
		})
	}
	return all
}

func offset(o onrecord.Offset) *durationpb.Duration {
	if !o.Known {
		return nil
	}
	return durationpb.New(o.Time)
}

func offsetOf(m *durationpb.Duration) onrecord.Offset {
	if m == nil {
		return onrecord.Offset{}
	}
	return onrecord.At(m.AsDuration())
}

// Document converts a document.
func Document(d onrecord.Document) *onrecordv1.RawDocument {
	return &onrecordv1.RawDocument{Content: d.Content, MediaType: d.MediaType, FileName: d.FileName, Defaults: ArticleInfo(d.Defaults)}
}

// DocumentOf is the inverse of Document.
func DocumentOf(m *onrecordv1.RawDocument) onrecord.Document {
	return onrecord.Document{
		Content: m.GetContent(), MediaType: m.GetMediaType(), FileName: m.GetFileName(), Defaults: ArticleOf(m.GetDefaults()).ArticleInfo,
	}
}
