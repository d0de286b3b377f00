package server_test

import (
	"encoding/base64"

	"google.golang.org/grpc/codes"
)

// document is a request with an article as the outside has it, and more fields.
func document(content, more string) string {
	return `{"document": {"content": "` + base64.StdEncoding.EncodeToString([]byte(content)) + `", ` + more + `}}`
}

const htmlPage = `<!doctype html><html lang="en"><head><title>A pier</title><meta property="article:published_time" content="2024-04-02T10:00:00+02:00"></head>
<body><article><p>“The pier is the best thing that could happen to this town,” Bo Tarn said.</p><p>The old one was built in 1931 and has been closed since last winter.</p></article></body></html>`

// documentCases are about what the outside's formats bring.
var documentCases = []apiCase{
	{
		name: "ingest a document", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: document("{\"url\": \"https://delta-wire.example/40\", \"authors\": [\"Ida Holm\"], \"text\": \"“We stay,” Bo Tarn said.\"}", `"defaults": {"outlet": "Delta Wire"}`),
		want: map[string]any{
			"outcome": "INGEST_OUTCOME_CREATED", "article.outlet": "Delta Wire", "article.uri": "https://delta-wire.example/40", "claims.#": 1,
		},
	},
	{
		name: "ingest a web page", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: document(htmlPage, `"mediaType": "text/html", "defaults": {"uri": "https://www.delta-wire.example/pier?page=1"}`),
		want: map[string]any{
			"outcome": "INGEST_OUTCOME_CREATED", "article.uri": "https://www.delta-wire.example/pier?page=1", "article.outlet": "delta-wire.example",
			"article.title": "A pier", "article.publishedTime": "2024-04-02T08:00:00Z", "claims.#": 1, "claims.0.speaker.displayName": "Bo Tarn",
		},
	},
	{
		name: "ingest captions", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: document("WEBVTT\n\n01:15.500 --> 01:17.000\n<v Bo Tarn>We stay.", `"fileName": "talk.vtt", "defaults": {"title": "A talk"}`),
		want: map[string]any{
			"article.title": "A talk", "claims.#": 1, "claims.0.text": "We stay.", "claims.0.timeOffset": "75.500s", "claims.0.kind": "KIND_DIRECT",
		},
	},
	{
		name: "ingest a page without an article", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: document("<!doctype html><p>Log in", `"mediaType": "text/html"`),
		code:    codes.InvalidArgument, reason: "UNREADABLE", field: "document.content", text: "no article in the page",
	},
	{
		name: "ingest a document of two articles", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: document("{\"text\": \"a\"}\n{\"text\": \"b\"}", `"mediaType": "application/x-ndjson"`),
		code:    codes.InvalidArgument, reason: "UNREADABLE", field: "document.content", text: "more than one article",
	},
	{
		name: "ingest an empty document", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest", request: `{"document": {}}`,
		code: codes.InvalidArgument, reason: "EMPTY", field: "document.content",
	},
	{
		name: "ingest with a given statement", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: `{"article": {"text": "BO TARN: We stay.", "givenStatements": [{"span": {"start": 9, "end": 17}, "speaker": "BO TARN", "timeOffset": "75.500s"}]}}`,
		want: map[string]any{
			"claims.#": 1, "claims.0.text": "We stay.", "claims.0.speaker.displayName": "Bo Tarn", "claims.0.timeOffset": "75.500s", "claims.0.rule": "given",
		},
	},
	{
		name: "ingest with a given statement that is none of the text's", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: `{"article": {"text": "We stay.", "givenStatements": [{"span": {"start": 3, "end": 19}}]}}`,
		code:    codes.InvalidArgument, reason: "OUT_OF_RANGE", field: "article.given_statements[0].span",
	},
	{
		name: "ingest with an urgency that is none", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: `{"article": {"text": "We stay.", "urgency": 12}}`,
		code:    codes.InvalidArgument, reason: "OUT_OF_RANGE", field: "article.urgency",
	},
}
