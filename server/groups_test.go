package server_test

import (
	"testing"

	"google.golang.org/grpc/codes"
)

// dredging is one statement that three outlets have: as it is, with a word
// changed, and reported; and one that says the contrary.
var dredging = []string{
	`{"article": {"uri": "https://harbour-herald.example/dredging", "outlet": "Harbour Herald", "publishedTime": "2024-07-02T00:00:00Z",
		"text": "“We will dredge the western channel before the herring fleet and the big storms return in the autumn,” Mayor Ida Holm said."}}`,
	`{"article": {"uri": "https://delta-wire.example/dredging", "outlet": "Delta Wire", "publishedTime": "2024-07-01T00:00:00Z",
		"text": "“We will dredge the western channel before the herring fleet and the bad storms return in the autumn,” Mayor Ida Holm said."}}`,
	`{"article": {"uri": "https://sarn-courier.example/dredging", "outlet": "Sarn Courier", "publishedTime": "2024-07-03T00:00:00Z",
		"text": "Mayor Ida Holm said that they would dredge the western channel before the herring fleet and the big storms returned in the autumn."}}`,
	`{"article": {"uri": "https://norvik-post.example/dredging", "outlet": "Norvik Post", "publishedTime": "2024-07-04T00:00:00Z",
		"text": "“We will not dredge the western channel before the herring fleet and the big storms return in the autumn,” Governor Jon Okoro said."}}`,
}

var groupCases = []apiCase{
	{
		name: "get a group", method: "GroupService/GetGroup", request: `{"name": "$G"}`, rest: "GET /v1/$G",
		want: map[string]any{
			"group.name": "$G", "group.claimCount": 3.0, "group.articleCount": 3.0, "group.outletCount": 3.0,
			"group.firstSaidTime": "2024-07-01T00:00:00Z", "group.lastSaidTime": "2024-07-03T00:00:00Z",
			"first.source.outlet": "Delta Wire", "first.group": "$G", "speakers.#": 1, "speakers.0.value": "speakers/ida-holm", "speakers.0.count": 3.0,
			"outlets.#": 3, "outlets.0.value": "Delta Wire", "wordings.#": 3, "wordings.0.edits.#": 0, "wordings.0.outlets.0": "Delta Wire",
			"wordings.1.firstClaim": "$1", "wordings.1.claimCount": 1.0, "wordings.1.edits.1.op": "OP_REPLACED",
			"wordings.1.edits.1.quoteText": "big", "wordings.1.edits.1.originalText": "bad",
		},
	},
	{
		name: "a claim has its group", method: "ClaimService/GetClaim", request: `{"name": "$1"}`, rest: "GET /v1/$1", want: map[string]any{"group": "$G"},
	},
	{
		name: "get a group that is not there", method: "GroupService/GetGroup", request: `{"name": "groups/none"}`, rest: "GET /v1/groups/none",
		code: codes.NotFound, reason: "NOT_FOUND", text: "groups/none",
	},
	{
		name: "get a group by a name that is none", method: "GroupService/GetGroup", request: `{"name": "groups/"}`, rest: "GET /v1/groups/%20",
		code: codes.InvalidArgument, reason: "NOT_A_NAME", field: "name",
	},
	{
		name: "list appearances", method: "GroupService/ListAppearances", request: `{"parent": "$G"}`, rest: "GET /v1/$G/appearances",
		want: map[string]any{
			"totalSize": 3.0, "claims.#": 3, "claims.0.source.uri": "https://delta-wire.example/dredging", "claims.2.kind": "KIND_INDIRECT", "nextPageToken": "",
		},
	},
	{
		name: "list appearances, first page", method: "GroupService/ListAppearances", request: `{"parent": "$G", "pageSize": 1}`, rest: "GET /v1/$G/appearances?pageSize=1",
		want: map[string]any{"totalSize": 3.0, "claims.#": 1},
	},
	{
		name: "list appearances of a group that is not there", method: "GroupService/ListAppearances", request: `{"parent": "groups/none"}`,
		rest: "GET /v1/groups/none/appearances", code: codes.NotFound, reason: "NOT_FOUND",
	},
	{
		name: "list appearances with a negative page size", method: "GroupService/ListAppearances", request: `{"parent": "$G", "pageSize": -1}`,
		rest: "GET /v1/$G/appearances?pageSize=-1", code: codes.InvalidArgument, field: "page_size",
	},
	{
		name: "list appearances with a token of another request", method: "GroupService/ListAppearances", request: `{"parent": "$G", "pageToken": "$T"}`,
		rest: "GET /v1/$G/appearances?pageToken=$T", code: codes.InvalidArgument, reason: "PAGE_TOKEN_INVALID", field: "page_token",
	},
	{
		name: "search, collapsed", method: "ClaimService/SearchClaims", request: `{"query": "dredge", "order": "SEARCH_ORDER_OLDEST", "collapseGroups": true, "facets": ["CLAIM_FACET_OUTLET"]}`,
		rest: "GET /v1/claims:search?query=dredge&order=SEARCH_ORDER_OLDEST&collapseGroups=true&facets=CLAIM_FACET_OUTLET",
		want: map[string]any{
			"totalSize": 4.0, "groupCount": 2.0, "hits.#": 2, "hits.0.claim.source.outlet": "Delta Wire", "hits.0.group.name": "$G",
			"hits.0.group.claimCount": 3.0, "hits.1.group.claimCount": 1.0, "facets.0.values.#": 4,
		},
	},
	{
		name: "search, not collapsed", method: "ClaimService/SearchClaims", request: `{"query": "dredge"}`, rest: "GET /v1/claims:search?query=dredge",
		want: map[string]any{"totalSize": 4.0, "groupCount": 0.0, "hits.#": 4, "hits.0.group": nil},
	},
	{
		name: "collapsed search with the page token of one that is not", method: "ClaimService/SearchClaims", request: `{"collapseGroups": true, "pageToken": "$T"}`,
		rest: "GET /v1/claims:search?collapseGroups=true&pageToken=$T", code: codes.InvalidArgument, reason: "PAGE_TOKEN_INVALID", field: "page_token",
	},
	{
		name: "timeline, collapsed", method: "TimelineService/GetTimeline", request: `{"query": "dredge", "collapseGroups": true}`,
		rest: "GET /v1/claims:timeline?query=dredge&collapseGroups=true",
		want: map[string]any{
			"totalSize": 4.0, "groupCount": 2.0, "statements.#": 2, "statements.0.claim.source.outlet": "Delta Wire", "statements.0.group.name": "$G",
			"statements.0.group.claimCount": 3.0, "summary.histogram.buckets.0.count": 1.0, "summary.histogram.buckets.1.count": 0.0,
			"summary.speakers.0.claimCount": 3.0, "summary.speakers.0.groupCount": 1.0, "summary.earliestSize": 1.0,
		},
	},
	{
		name: "timeline, not collapsed", method: "TimelineService/GetTimeline", request: `{"query": "dredge"}`, rest: "GET /v1/claims:timeline?query=dredge",
		want: map[string]any{
			"totalSize": 4.0, "groupCount": 0.0, "statements.#": 4, "statements.0.group": nil, "summary.histogram.buckets.1.count": 1.0,
			"summary.speakers.0.groupCount": 0.0,
		},
	},
	{
		name: "collapsed timeline with the page token of a search", method: "TimelineService/GetTimeline",
		request: `{"query": "dredge", "collapseGroups": true, "pageToken": "$T"}`,
		rest:    "GET /v1/claims:timeline?query=dredge&collapseGroups=true&pageToken=$T", code: codes.InvalidArgument, reason: "PAGE_TOKEN_INVALID", field: "page_token",
	},
	{
		name: "related statements are one a statement", method: "ClaimService/RelatedClaims", rest: "POST /v1/claims:related",
		request: `{"text": "We will dredge the western channel before the herring fleet and the big storms return in the autumn"}`,
		want: map[string]any{
			"others.#": 2, "others.0.group.claimCount": 3.0,
			"others.1.claim.speaker.displayName": "Jon Okoro", "others.1.group.claimCount": 1.0,
		},
	},
	{
		name: "delete the first appearance", method: "ArticleService/DeleteArticle", request: `{"name": "$A"}`, rest: "DELETE /v1/$A", want: map[string]any{},
	},
	{
		name: "the group stays", method: "GroupService/GetGroup", request: `{"name": "$G"}`, rest: "GET /v1/$G",
		want: map[string]any{"group.claimCount": 2.0, "wordings.#": 2},
	},
}

func TestGroupAPI(t *testing.T) { testCases(t, dredging, groupCases) }
