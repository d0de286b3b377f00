package server_test

import (
	"testing"

	"google.golang.org/grpc/codes"
)

// dateCases are about when articles came out, and what that says of their
// claims.
var dateCases = []apiCase{
	{
		name: "ingest from the east in the morning", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: `{"article": {"uri": "https://delta-wire.example/east", "publishedTime": "2024-03-17T23:00:00Z", "utcOffset": "32400s", "text": "“It is early,” Ada Brenn said on Monday."}}`,
		want: map[string]any{
			"article.publishedPrecision": "DATE_PRECISION_INSTANT", "article.publishedTime": "2024-03-17T23:00:00Z",
			"claims.0.said.time": "2024-03-18T00:00:00Z",
		},
	},
	{
		name: "ingest with an offset that no clock has", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: `{"article": {"publishedTime": "2024-03-17T23:00:00Z", "utcOffset": "90000s", "text": "“It is early,” Ada Brenn said."}}`,
		code:    codes.InvalidArgument, field: "article.utc_offset",
	},
	{
		name: "ingest without a date", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: `{"article": {"uri": "https://delta-wire.example/undated", "text": "“The early ferry has a leak,” Ada Brenn said on Monday."}}`,
		want: map[string]any{
			"outcome": "INGEST_OUTCOME_CREATED", "article.publishedTime": nil, "article.publishedPrecision": "DATE_PRECISION_UNSPECIFIED",
			"claims.0.said.text": "Monday", "claims.0.said.time": nil,
		},
	},
	{
		name: "list articles, those without a date last", method: "ArticleService/ListArticles", request: `{}`, rest: "GET /v1/articles",
		want: map[string]any{"articles.#": 4, "articles.3.uri": "https://delta-wire.example/undated"},
	},
	{
		name: "search, the latest first and those without a date last", method: "ClaimService/SearchClaims", rest: "GET /v1/claims:search?query=early&order=SEARCH_ORDER_NEWEST",
		request: `{"query": "early", "order": "SEARCH_ORDER_NEWEST"}`,
		want:    map[string]any{"hits.#": 2, "hits.0.claim.text": "It is early,", "hits.1.claim.text": "The early ferry has a leak,", "coverage.undatedArticles": 1.0},
	},
	{
		name: "search, the earliest first and those without a date last", method: "ClaimService/SearchClaims", rest: "GET /v1/claims:search?query=early&order=SEARCH_ORDER_OLDEST",
		request: `{"query": "early", "order": "SEARCH_ORDER_OLDEST"}`,
		want:    map[string]any{"hits.1.claim.text": "The early ferry has a leak,"},
	},
	{
		name: "what has no date passes no date filter", method: "ClaimService/SearchClaims", rest: "GET /v1/claims:search?query=leak&saidFrom=1900-01-01T00:00:00Z",
		request: `{"query": "leak", "saidFrom": "1900-01-01T00:00:00Z"}`,
		want:    map[string]any{"totalSize": 0.0},
	},
	{
		name: "what has no date is before nothing", method: "ClaimService/RelatedClaims", rest: "POST /v1/claims:related",
		request: `{"text": "The early ferry has a leak again", "speaker": "brenn", "beforeTime": "2030-01-01T00:00:00Z"}`,
		want:    map[string]any{"sameSpeaker.#": 1, "sameSpeaker.0.claim.text": "It is early,"},
	},
	{
		name: "a timeline has it apart", method: "TimelineService/GetTimeline", request: `{"query": "early"}`, rest: "GET /v1/claims:timeline?query=early",
		want: map[string]any{"statements.#": 1, "undatedStatements.#": 1},
	},
}

func TestDatesAPI(t *testing.T) { testCases(t, setUp, dateCases) }
