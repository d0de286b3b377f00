package server_test

import (
	"strings"

	"google.golang.org/grpc/codes"
)

// articleCases are about articles.
var articleCases = []apiCase{
	{
		name: "ingest", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: `{"article": {"uri": "https://delta-wire.example/3", "publishedTime": "2024-06-01T00:00:00Z", "text": "“Nothing is decided,” Mayor Ida Holm said."}}`,
		want: map[string]any{
			"outcome": "INGEST_OUTCOME_CREATED", "article.version": 1.0, "article.text": "", "article.publishedPrecision": "DATE_PRECISION_DAY",
			"claims.0.text": "Nothing is decided,", "claims.0.speaker.displayName": "Ida Holm", "claims.0.span.start": 3.0, "claims.#": 1,
		},
	},
	{
		name: "ingest the same again", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest", request: brenn,
		want: map[string]any{"outcome": "INGEST_OUTCOME_UNCHANGED", "article.version": 1.0, "claims.#": 2},
	},
	{
		name: "ingest with the text changed", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: strings.Replace(okoro, "mourn", "mend", 1),
		want:    map[string]any{"outcome": "INGEST_OUTCOME_UPDATED", "article.version": 2.0, "claims.1.text": "We will not mend it."},
	},
	{
		name: "ingest without a date", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: ingestText("“Undated words,” Ada Brenn said."),
		want:    map[string]any{"outcome": "INGEST_OUTCOME_CREATED", "article.publishedPrecision": "DATE_PRECISION_UNSPECIFIED", "claims.#": 1},
	},
	{
		name: "ingest with a quotation mark that is not closed", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: ingestText("“We open and never close, Ada Brenn said.\n\nThen the day went on, and nothing more was heard of it."),
		want:    map[string]any{"outcome": "INGEST_OUTCOME_CREATED"},
	},
	{
		name: "ingest nothing", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest", request: `{}`,
		code: codes.InvalidArgument, reason: "REQUIRED", field: "source",
	},
	{
		name: "ingest an empty text", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest", request: ingestText(" \n "),
		code: codes.InvalidArgument, reason: "EMPTY", field: "article.text",
	},
	{
		name: "ingest 5 MB of text", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: ingestText(strings.Repeat("words ", 5_000_000/6)),
		code:    codes.InvalidArgument, field: "article.text", text: "2097152",
	},
	{
		name: "ingest with a date in the future", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: `{"article": {"text": "“Soon,” Ada Brenn said.", "publishedTime": "2031-01-01T00:00:00Z"}}`,
		code:    codes.InvalidArgument, reason: "IN_FUTURE", field: "article.published_time", text: "48 hours",
	},
	{
		name: "ingest with an address that is none", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: `{"article": {"text": "“Soon,” Ada Brenn said.", "uri": "javascript:alert(1)"}}`,
		code:    codes.InvalidArgument, field: "article.uri",
	},
	{
		name: "get an article", method: "ArticleService/GetArticle", request: `{"name": "$A"}`, rest: "GET /v1/$A",
		want: map[string]any{"name": "$A", "outlet": "Harbour Herald", "version": 1.0},
	},
	{
		name: "get an article that is not there", method: "ArticleService/GetArticle", request: `{"name": "articles/none"}`, rest: "GET /v1/articles/none",
		code: codes.NotFound, reason: "NOT_FOUND",
	},
	{
		name: "list articles, first page", method: "ArticleService/ListArticles", request: `{"pageSize": 1}`, rest: "GET /v1/articles?pageSize=1",
		want: map[string]any{"articles.#": 1, "articles.0.text": ""},
	},
	{
		name: "list articles with a negative page size", method: "ArticleService/ListArticles", request: `{"pageSize": -1}`, rest: "GET /v1/articles?pageSize=-1",
		code: codes.InvalidArgument, field: "page_size",
	},
	{
		name: "list articles with a token that is none", method: "ArticleService/ListArticles", request: `{"pageToken": "none"}`, rest: "GET /v1/articles?pageToken=none",
		code: codes.InvalidArgument, reason: "PAGE_TOKEN_INVALID", field: "page_token",
	},
}

// deletionCases are about what is deleted last.
var deletionCases = []apiCase{
	{
		name: "delete an article that is not there", method: "ArticleService/DeleteArticle", request: `{"name": "articles/none"}`,
		rest: "DELETE /v1/articles/none", code: codes.NotFound,
	},
	{
		name: "delete", method: "ArticleService/DeleteArticle", request: `{"name": "$A"}`, rest: "DELETE /v1/$A", want: map[string]any{},
	},
	{
		name: "get what was deleted", method: "ClaimService/GetClaim", request: `{"name": "$1"}`, rest: "GET /v1/$1",
		code: codes.NotFound, reason: "NOT_FOUND",
	},
}
