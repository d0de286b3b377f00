package server_test

import (
	"fmt"
	"strings"

	"google.golang.org/grpc/codes"
)

// claimCases are about claims, searches and related statements.
var claimCases = []apiCase{
	{
		name: "get a claim", method: "ClaimService/GetClaim", request: `{"name": "$1"}`, rest: "GET /v1/$1",
		want: map[string]any{
			"name": "$1", "text": "We will keep the ceasefire,", "kind": "KIND_DIRECT", "cue": "said",
			"speaker.displayName": "Ada Brenn", "speaker.title": "Prime Minister", "speaker.speaker": "speakers/ada-brenn",
			"said.text": "Monday", "said.time": "2024-03-11T00:00:00Z", "said.precision": "DATE_PRECISION_DAY",
			"source.outlet": "Harbour Herald", "source.uri": "https://harbour-herald.example/1",
		},
	},
	{
		name: "get a claim by a name that is none", method: "ClaimService/GetClaim", request: `{"name": "articles/a/claims/"}`, rest: "GET /v1/articles/a/claims/%20",
		code: codes.InvalidArgument, field: "name",
	},
	{
		name: "list the claims of an article", method: "ClaimService/ListClaims", request: `{"parent": "$A"}`, rest: "GET /v1/$A/claims",
		want: map[string]any{"claims.#": 2, "claims.1.kind": "KIND_INDIRECT", "claims.1.speaker.displayName": "Ada Brenn", "nextPageToken": ""},
	},
	{
		name: "batch get", method: "ClaimService/BatchGetClaims", request: `{"names": ["$1", "$1"]}`, rest: "GET /v1/claims:batchGet?names=$1&names=$1",
		want: map[string]any{"claims.#": 2, "claims.1.name": "$1"},
	},
	{
		name: "batch get with one missing", method: "ClaimService/BatchGetClaims", request: `{"names": ["$1", "$A/claims/none"]}`,
		rest: "GET /v1/claims:batchGet?names=$1&names=$A/claims/none", code: codes.NotFound, text: "claims/none",
	},
	{
		name: "batch get of nothing", method: "ClaimService/BatchGetClaims", request: `{}`, rest: "GET /v1/claims:batchGet",
		code: codes.InvalidArgument, field: "names",
	},
	{
		name: "search", method: "ClaimService/SearchClaims", request: `{"query": "ceasefire outlet:\"harbour herald\"", "facets": ["CLAIM_FACET_SPEAKER", "CLAIM_FACET_MONTH"]}`,
		rest: "GET /v1/claims:search?query=ceasefire%20outlet:%22harbour%20herald%22&facets=CLAIM_FACET_SPEAKER&facets=CLAIM_FACET_MONTH",
		want: map[string]any{
			"totalSize": 1.0, "hits.0.claim.name": "$1", "hits.0.highlights.0.start": 17.0, "hits.0.highlights.0.end": 26.0,
			"facets.0.values.0.value": "speakers/ada-brenn", "facets.1.values.0.value": "2024-03", "facets.1.values.0.count": 1.0,
			"nextPageToken": "",
		},
	},
	{
		name: "search over POST", method: "ClaimService/SearchClaims", rest: "POST /v1/claims:search",
		request: `{"query": "ceasefire", "speakers": ["okoro"], "kinds": ["KIND_DIRECT"], "saidFrom": "2024-05-01T00:00:00Z", "saidBefore": "2024-06-01T00:00:00Z"}`,
		want:    map[string]any{"totalSize": 1.0, "hits.0.claim.speaker.displayName": "Jon Okoro", "coverage.speakerClaims": 3.0},
	},
	{
		name: "search that finds nothing tells what was searched", method: "ClaimService/SearchClaims", request: `{"query": "zeppelin"}`,
		rest: "GET /v1/claims:search?query=zeppelin",
		want: map[string]any{"totalSize": 0.0, "hits.#": 0, "coverage.outlets": 2.0, "coverage.firstPublishedTime": "2024-03-12T00:00:00Z"},
	},
	{
		name: "search with a phrase that is not closed", method: "ClaimService/SearchClaims", request: `{"query": "\"ceasefire"}`,
		rest: "GET /v1/claims:search?query=%22ceasefire", code: codes.InvalidArgument, reason: "QUERY_SYNTAX", field: "query",
	},
	{
		name: "search with a query of 10,000 characters", method: "ClaimService/SearchClaims", request: fmt.Sprintf(`{"query": %q}`, strings.Repeat("x", 10_000)),
		rest: "GET /v1/claims:search?query=" + strings.Repeat("x", 10_000), code: codes.InvalidArgument, field: "query",
	},
	{
		name: "search with a page token of another query", method: "ClaimService/SearchClaims", request: `{"query": "ceasefire", "pageToken": "$T"}`,
		rest: "GET /v1/claims:search?query=ceasefire&pageToken=$T", code: codes.InvalidArgument, reason: "PAGE_TOKEN_INVALID", field: "page_token",
	},
	{
		name: "search with a negative page size", method: "ClaimService/SearchClaims", request: `{"query": "ceasefire", "pageSize": -5}`,
		rest: "GET /v1/claims:search?query=ceasefire&pageSize=-5", code: codes.InvalidArgument, field: "page_size",
	},
	{
		name: "search by a kind that there is not", method: "ClaimService/SearchClaims", request: `{"kinds": [7]}`,
		rest: "POST /v1/claims:search", code: codes.InvalidArgument, field: "kinds[0]",
	},
	{
		name: "search for all that begins with one letter", method: "ClaimService/SearchClaims", request: `{"query": "c*"}`,
		rest: "GET /v1/claims:search?query=c*", code: codes.InvalidArgument, field: "query",
	},
	{
		name: "related to words, by the same speaker", method: "ClaimService/RelatedClaims", rest: "POST /v1/claims:related",
		request: `{"text": "Is the ceasefire over?", "speaker": "brenn"}`,
		want: map[string]any{
			"sameSpeaker.#": 1, "sameSpeaker.0.claim.name": "$1", "others.0.claim.speaker.displayName": "Jon Okoro",
			"others.0.reasons.0.type": "TYPE_SHARED_TERM", "others.0.reasons.0.detail": "ceasefire",
		},
	},
	{
		name: "related, only what came before", method: "ClaimService/RelatedClaims", rest: "POST /v1/claims:related",
		request: `{"text": "Is the ceasefire over?", "beforeTime": "2024-03-12T00:00:00Z"}`,
		want:    map[string]any{"sameSpeaker.#": 0, "others.#": 1, "others.0.claim.name": "$1"},
	},
	{
		name: "related, on the day itself it is not before", method: "ClaimService/RelatedClaims", rest: "POST /v1/claims:related",
		request: `{"text": "Is the ceasefire over?", "beforeTime": "2024-03-11T20:00:00Z"}`,
		want:    map[string]any{"others.#": 0},
	},
	{
		name: "related to a claim", method: "ClaimService/RelatedClaims", rest: "POST /v1/claims:related", request: `{"claim": "$1"}`,
		want: map[string]any{"sameSpeaker.#": 0, "others.#": 0, "coverage.speakerClaims": 3.0},
	},
	{
		name: "related to nothing", method: "ClaimService/RelatedClaims", rest: "POST /v1/claims:related", request: `{}`,
		code: codes.InvalidArgument, field: "subject",
	},
	{
		name: "related to a claim that is not there", method: "ClaimService/RelatedClaims", rest: "POST /v1/claims:related",
		request: `{"claim": "articles/none/claims/none"}`, code: codes.NotFound, reason: "NOT_FOUND",
	},
}
