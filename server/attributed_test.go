package server_test

import "testing"

// lockGates are statements on one matter, of which the shortest are nobody's: a
// question that is told, and the words of somebody who is not named.
var lockGates = []string{
	`{"article": {"uri": "https://sarn-courier.example/gates", "outlet": "Sarn Courier", "publishedTime": "2024-08-02T00:00:00Z",
		"text": "Asked whether the lockgates leak, the ministry did not answer.\n\nA senior official said that the lockgates leak.\n\nMayor Ida Holm said that the lockgates of the western channel had been leaking since the spring flood and that the town had told the ministry so in March, April and May."}}`,
}

var attributedCases = []apiCase{
	{
		name: "what somebody said comes before what nobody is named for", method: "ClaimService/SearchClaims", request: `{"query": "lockgates"}`,
		rest: "GET /v1/claims:search?query=lockgates",
		want: map[string]any{
			"totalSize": 3.0, "hits.0.claim.speaker.displayName": "Ida Holm", "hits.1.claim.speaker.name": nil, "hits.2.claim.speaker.name": nil,
		},
	},
	{
		name: "the same where appearances are collapsed", method: "ClaimService/SearchClaims", request: `{"query": "lockgates", "collapseGroups": true}`,
		rest: "GET /v1/claims:search?query=lockgates&collapseGroups=true", want: map[string]any{"hits.0.claim.speaker.displayName": "Ida Holm"},
	},
	{
		name: "and among related statements", method: "ClaimService/RelatedClaims", request: `{"text": "The lockgates leak"}`, rest: "POST /v1/claims:related",
		want: map[string]any{"others.0.claim.speaker.displayName": "Ida Holm", "others.1.claim.speaker.name": nil},
	},
	{
		name: "orders by date know no such thing", method: "ClaimService/SearchClaims", request: `{"query": "lockgates", "order": "SEARCH_ORDER_OLDEST"}`,
		rest: "GET /v1/claims:search?query=lockgates&order=SEARCH_ORDER_OLDEST", want: map[string]any{"totalSize": 3.0},
	},
}

func TestAttributed(t *testing.T) { testCases(t, lockGates, attributedCases) }
