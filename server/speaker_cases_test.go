package server_test

import (
	"google.golang.org/grpc/codes"
)

// speakerCases are about speakers, and what people decide on them.
var speakerCases = []apiCase{
	{
		name: "list speakers", method: "SpeakerService/ListSpeakers", request: `{"query": "bre"}`, rest: "GET /v1/speakers?query=bre",
		want: map[string]any{
			"totalSize": 1.0, "speakers.0.name": "speakers/ada-brenn", "speakers.0.displayName": "Ada Brenn", "speakers.0.type": "TYPE_PERSON",
			"speakers.0.claimCount": 3.0, "speakers.0.lastSaidTime": "2024-03-12T00:00:00Z", "speakers.0.titles.0.title": "Prime Minister", "nextPageToken": "",
		},
	},
	{
		name: "list speakers, first page", method: "SpeakerService/ListSpeakers", request: `{"pageSize": 1}`, rest: "GET /v1/speakers?pageSize=1",
		want: map[string]any{"totalSize": 3.0, "speakers.#": 1},
	},
	{
		name: "list speakers with a token that is none", method: "SpeakerService/ListSpeakers", request: `{"pageToken": "none"}`, rest: "GET /v1/speakers?pageToken=none",
		code: codes.InvalidArgument, reason: "PAGE_TOKEN_INVALID", field: "page_token",
	},
	{
		name: "list speakers with a negative page size", method: "SpeakerService/ListSpeakers", request: `{"pageSize": -1}`, rest: "GET /v1/speakers?pageSize=-1",
		code: codes.InvalidArgument, field: "page_size",
	},
	{
		name: "get a speaker", method: "SpeakerService/GetSpeaker", request: `{"name": "speakers/ada-brenn"}`, rest: "GET /v1/speakers/ada-brenn",
		want: map[string]any{
			"name": "speakers/ada-brenn", "claimCount": 3.0, "aliases.#": 1, "aliases.0.origin": "ORIGIN_SAME_NAME",
			"firstSaidTime": "2024-03-11T00:00:00Z", "titles.0.title": "Prime Minister", "titles.0.firstSaidTime": "2024-03-11T00:00:00Z",
		},
	},
	{
		name: "get a speaker who is not there", method: "SpeakerService/GetSpeaker", request: `{"name": "speakers/nobody"}`, rest: "GET /v1/speakers/nobody",
		code: codes.NotFound, reason: "NOT_FOUND",
	},
	{
		name: "get a speaker by a name that is none", method: "SpeakerService/GetSpeaker", request: `{"name": "speakers/"}`, rest: "GET /v1/speakers/%20",
		code: codes.InvalidArgument, reason: "NOT_A_NAME", field: "name",
	},
	{
		name: "merge speakers", method: "SpeakerService/MergeSpeakers", rest: "POST /v1/speakers/ada-brenn:merge",
		request: `{"name": "speakers/ada-brenn", "sources": ["speakers/ida-holm"]}`,
		want:    map[string]any{"name": "speakers/ada-brenn", "claimCount": 4.0, "aliases.#": 2, "aliases.1.speaker": "speakers/ida-holm", "aliases.1.origin": "ORIGIN_PERSON"},
	},
	{
		name: "search by the name that was merged", method: "ClaimService/SearchClaims", rest: "POST /v1/claims:search",
		request: `{"speakers": ["speakers/ida-holm"], "facets": ["CLAIM_FACET_SPEAKER"]}`,
		want: map[string]any{
			"totalSize": 4.0, "coverage.speakerClaims": 4.0, "hits.0.claim.speaker.speaker": "speakers/ada-brenn", "hits.0.claim.speaker.displayName": "Ida Holm",
			"facets.0.values.#": 1, "facets.0.values.0.value": "speakers/ada-brenn", "facets.0.values.0.count": 4.0,
		},
	},
	{
		name: "merge a speaker with itself", method: "SpeakerService/MergeSpeakers", rest: "POST /v1/speakers/jon-okoro:merge",
		request: `{"name": "speakers/jon-okoro", "sources": ["speakers/jon-okoro"]}`,
		code:    codes.InvalidArgument, reason: "SAME_SPEAKER", field: "sources[0]",
	},
	{
		name: "merge nobody", method: "SpeakerService/MergeSpeakers", rest: "POST /v1/speakers/ada-brenn:merge",
		request: `{"name": "speakers/ada-brenn", "sources": ["speakers/nobody"]}`, code: codes.NotFound, reason: "NOT_FOUND", text: "speakers/nobody",
	},
	{
		name: "merge without sources", method: "SpeakerService/MergeSpeakers", rest: "POST /v1/speakers/ada-brenn:merge",
		request: `{"name": "speakers/ada-brenn"}`, code: codes.InvalidArgument, field: "sources",
	},
	{
		name: "split a speaker", method: "SpeakerService/SplitSpeaker", rest: "POST /v1/speakers/ida-holm:split", request: `{"name": "speakers/ida-holm"}`,
		want: map[string]any{"name": "speakers/ida-holm", "claimCount": 1.0, "aliases.#": 1},
	},
	{
		name: "split nobody", method: "SpeakerService/SplitSpeaker", rest: "POST /v1/speakers/nobody:split", request: `{"name": "speakers/nobody"}`,
		code: codes.NotFound, reason: "NOT_FOUND",
	},
}
