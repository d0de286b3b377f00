package server_test

import (
	"testing"

	"google.golang.org/grpc/codes"
)

// The versions of one article: in the second, one statement is edited and
// another is gone.
const (
	silo1 = `{"article": {"uri": "https://delta-wire.example/silo", "outlet": "Delta Wire", "title": "Silo", "publishedTime": "2024-05-04T00:00:00Z",
		"text": "“The silo holds forty tons of wheat,” Ada Brenn said.\n\n“I told them in spring that it leaks,” Lio Marsh said."}}`
	silo2 = `{"article": {"uri": "https://delta-wire.example/silo", "outlet": "Delta Wire", "title": "Silo", "publishedTime": "2024-05-04T00:00:00Z",
		"text": "“The silo holds fifty tons of wheat,” Ada Brenn said."}}`
)

// versionCases are about what a source changed.
var versionCases = []apiCase{
	{
		name: "the first version again", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest", request: silo1,
		want: map[string]any{"outcome": "INGEST_OUTCOME_UNCHANGED", "changes.added": 2.0, "changes.removed": 0.0, "claims.0.state": "STATE_PRESENT", "claims.0.earlierWordings.#": 0},
	},
	{
		name: "ingest a second version", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest", request: silo2,
		want: map[string]any{
			"outcome": "INGEST_OUTCOME_UPDATED", "article.version": 2.0, "changes.unchanged": 0.0, "changes.edited": 1.0, "changes.added": 0.0, "changes.removed": 1.0,
			"claims.#": 1, "claims.0.state": "STATE_PRESENT", "claims.0.goneVersion": 0.0,
			"claims.0.earlierWordings.0.text": "The silo holds forty tons of wheat,", "claims.0.earlierWordings.0.goneVersion": 2.0,
			"claims.0.earlierWordings.0.edits.1.op": "OP_REPLACED", "claims.0.earlierWordings.0.edits.1.originalText": "forty", "claims.0.earlierWordings.0.edits.1.quoteText": "fifty",
		},
	},
	{
		name: "the second version again", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest", request: silo2,
		want: map[string]any{"outcome": "INGEST_OUTCOME_UNCHANGED", "article.version": 2.0, "changes.edited": 1.0},
	},
	{
		name: "search what was edited", method: "ClaimService/SearchClaims", request: `{"query": "forty tons"}`, rest: "GET /v1/claims:search?query=forty+tons",
		want: map[string]any{
			"hits.#": 1, "hits.0.claim.state": "STATE_EDITED", "hits.0.claim.goneVersion": 2.0, "hits.0.claim.source.version": 1.0,
			"hits.0.claim.presentWording.text": "The silo holds fifty tons of wheat,", "hits.0.claim.sentence": "“The silo holds forty tons of wheat,” Ada Brenn said.",
			"coverage.formerClaims": 2.0,
		},
	},
	{
		name: "search both wordings", method: "ClaimService/SearchClaims", request: `{"query": "silo tons"}`, rest: "GET /v1/claims:search?query=silo+tons",
		want: map[string]any{"hits.#": 2, "hits.0.claim.state": "STATE_PRESENT", "hits.1.claim.state": "STATE_EDITED"},
	},
	{
		name: "search what was removed", method: "ClaimService/SearchClaims", request: `{"query": "leaks"}`, rest: "GET /v1/claims:search?query=leaks",
		want: map[string]any{"hits.#": 1, "hits.0.claim.state": "STATE_REMOVED", "hits.0.claim.presentWording": nil, "hits.0.claim.successor": ""},
	},
	{
		name: "search only what is present", method: "ClaimService/SearchClaims", request: `{"query": "silo OR leaks", "presentOnly": true}`, rest: "GET /v1/claims:search?query=silo+OR+leaks&presentOnly=true",
		want: map[string]any{"hits.#": 1, "hits.0.claim.state": "STATE_PRESENT", "totalSize": 1.0},
	},
	{
		name: "search by state", method: "ClaimService/SearchClaims", request: `{"query": "state:removed"}`, rest: "GET /v1/claims:search?query=state:removed",
		want: map[string]any{"hits.#": 1, "hits.0.claim.text": "I told them in spring that it leaks,"},
	},
	{
		name: "search by a state that is none", method: "ClaimService/SearchClaims", request: `{"query": "state:lost"}`, rest: "GET /v1/claims:search?query=state:lost",
		code: codes.InvalidArgument, reason: "QUERY_SYNTAX", field: "query", text: "present, edited or removed",
	},
	{
		name: "related to what was removed", method: "ClaimService/RelatedClaims", rest: "POST /v1/claims:related",
		request: `{"text": "In spring I told them that it leaks", "speaker": "marsh"}`,
		want:    map[string]any{"sameSpeaker.#": 1, "sameSpeaker.0.claim.state": "STATE_REMOVED"},
	},
	{
		name: "related, only what is present", method: "ClaimService/RelatedClaims", rest: "POST /v1/claims:related",
		request: `{"text": "In spring I told them that it leaks", "speaker": "marsh", "presentOnly": true}`,
		want:    map[string]any{"sameSpeaker.#": 0},
	},
	{
		name: "verify what was removed", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: `{"quote": "I told them in spring that it leaks", "speaker": "Lio Marsh"}`,
		want:    map[string]any{"verdict": "QUOTE_VERDICT_VERBATIM", "originals.0.claim.state": "STATE_REMOVED"},
	},
	{
		name: "verify, only what is present", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: `{"quote": "I told them in spring that it leaks", "speaker": "Lio Marsh", "presentOnly": true}`,
		want:    map[string]any{"verdict": "QUOTE_VERDICT_NOT_FOUND"},
	},
	{
		name: "timeline with what was removed", method: "TimelineService/GetTimeline", request: `{"speaker": "Lio Marsh"}`, rest: "GET /v1/claims:timeline?speaker=Lio+Marsh",
		want: map[string]any{"totalSize": 1.0, "statements.0.claim.state": "STATE_REMOVED"},
	},
	{
		name: "timeline, only what is present", method: "TimelineService/GetTimeline", request: `{"speaker": "Lio Marsh", "presentOnly": true}`, rest: "GET /v1/claims:timeline?speaker=Lio+Marsh&presentOnly=true",
		want: map[string]any{"totalSize": 0.0},
	},
	{
		name: "get the first version", method: "ArticleService/GetArticle", request: `{"name": "$A", "version": 1}`, rest: "GET /v1/$A?version=1",
		want: map[string]any{
			"version": 1.0, "versions.#": 2, "versions.0.kept": true, "versions.0.changes.added": 2.0, "versions.1.version": 2.0, "versions.1.changes.removed": 1.0,
		},
	},
	{
		name: "get a version that there is not", method: "ArticleService/GetArticle", request: `{"name": "$A", "version": 9}`, rest: "GET /v1/$A?version=9",
		code: codes.NotFound, reason: "NOT_FOUND",
	},
	{
		name: "get a negative version", method: "ArticleService/GetArticle", request: `{"name": "$A", "version": -1}`, rest: "GET /v1/$A?version=-1",
		code: codes.InvalidArgument, field: "version",
	},
	{
		name: "list claims, former ones last", method: "ClaimService/ListClaims", request: `{"parent": "$A"}`, rest: "GET /v1/$A/claims",
		want: map[string]any{"claims.#": 3, "claims.0.state": "STATE_PRESENT", "claims.1.state": "STATE_EDITED", "claims.2.state": "STATE_REMOVED"},
	},
}

func TestVersionsAPI(t *testing.T) { testCases(t, []string{silo1, okoro}, versionCases) }
