package server_test

import (
	"fmt"
	"strings"

	"google.golang.org/grpc/codes"
)

// timelineCases are about timelines, of what quoteCases take in.
var timelineCases = []apiCase{
	{
		name: "timeline of a matter", method: "TimelineService/GetTimeline", request: `{"query": "viaduct"}`, rest: "GET /v1/claims:timeline?query=viaduct",
		want: map[string]any{
			"totalSize": 2.0, "statements.#": 2, "nextPageToken": "", "undatedStatements.#": 0,
			"statements.0.claim.speaker.displayName": "Lars Tenn", "statements.0.date.time": "2023-02-03T00:00:00Z",
			"statements.0.date.precision": "DATE_PRECISION_DAY", "statements.0.dateSource": "DATE_SOURCE_SAID",
			"statements.1.dateSource": "DATE_SOURCE_PUBLISHED", "statements.0.highlights.0.start": 26.0,
			"summary.first.time": "2023-02-03T00:00:00Z", "summary.last.time": "2023-11-20T00:00:00Z", "summary.undatedSize": 0.0,
			"summary.histogram.unit": "UNIT_WEEK", "summary.histogram.buckets.#": 43, "summary.histogram.acrossSize": 0.0,
			"summary.histogram.buckets.0.startTime": "2023-01-30T00:00:00Z", "summary.histogram.buckets.0.endTime": "2023-02-06T00:00:00Z", "summary.histogram.buckets.0.count": 1.0,
			"summary.earliestSize": 1.0, "summary.earliest.0.text": "We will not widen the old viaduct,", "summary.latest.#": 1,
			"summary.speakers.0.speaker": "speakers/lars-tenn", "summary.speakers.0.claimCount": 2.0, "summary.speakers.0.last.time": "2023-11-20T00:00:00Z",
			"summary.comparedSize": 2.0, "summary.changeCandidates.#": 1, "summary.changeCandidates.0.signs.0.cue": "CUE_NEGATION",
			"summary.changeCandidates.0.earlier.text": "We will not widen the old viaduct,", "summary.changeCandidates.0.later.text": "We will widen the old viaduct,",
			"summary.changeCandidates.0.signs.0.earlierSpans.0.start": 8.0, "summary.changeCandidates.0.signs.0.earlierSpans.0.end": 17.0, "summary.changeCandidates.0.signs.0.earlierSpans.#": 1,
			"summary.changeCandidates.0.signs.0.laterSpans.0.start": 8.0, "coverage.speakerClaims": 0.0,
		},
	},
	{
		name: "timeline of a speaker", method: "TimelineService/GetTimeline", request: `{"speaker": "speakers/lars-tenn", "pageSize": 1}`,
		rest: "GET /v1/speakers/lars-tenn:timeline?pageSize=1",
		want: map[string]any{"totalSize": 2.0, "statements.#": 1, "summary.speakers.#": 1, "coverage.speakerClaims": 2.0},
	},
	{
		name: "timeline of a speaker on a matter", method: "TimelineService/GetTimeline", request: `{"speaker": "speakers/lars-tenn", "query": "ceasefire"}`,
		rest: "GET /v1/speakers/lars-tenn:timeline?query=ceasefire",
		want: map[string]any{"totalSize": 0.0, "summary.histogram.unit": "UNIT_UNSPECIFIED", "summary.first": nil, "coverage.speakerClaims": 2.0},
	},
	{
		name: "timeline of a speaker by words of the name", method: "TimelineService/GetTimeline", request: `{"speaker": "tenn", "query": "viaduct"}`,
		rest: "GET /v1/claims:timeline?speaker=tenn&query=viaduct", want: map[string]any{"totalSize": 2.0},
	},
	{
		name: "timeline with statements without a date", method: "TimelineService/GetTimeline", request: `{"query": "\"undated words\""}`,
		rest: "GET /v1/claims:timeline?query=%22undated%20words%22",
		want: map[string]any{"totalSize": 1.0, "statements.#": 0, "undatedStatements.#": 1, "undatedStatements.0.dateSource": "DATE_SOURCE_UNSPECIFIED", "summary.undatedSize": 1.0},
	},
	{
		name: "timeline of nothing", method: "TimelineService/GetTimeline", request: `{}`, rest: "GET /v1/claims:timeline",
		code: codes.InvalidArgument, reason: "REQUIRED", field: "query",
	},
	{
		name: "timeline of a speaker who is not there", method: "TimelineService/GetTimeline", request: `{"speaker": "speakers/nobody"}`,
		rest: "GET /v1/speakers/nobody:timeline", code: codes.NotFound, reason: "NOT_FOUND",
	},
	{
		name: "timeline of a phrase that is not closed", method: "TimelineService/GetTimeline", request: `{"query": "\"viaduct"}`,
		rest: "GET /v1/claims:timeline?query=%22viaduct", code: codes.InvalidArgument, reason: "QUERY_SYNTAX", field: "query",
	},
	{
		name: "timeline with a page token of another query", method: "TimelineService/GetTimeline", request: `{"query": "viaduct", "pageToken": "$T"}`,
		rest: "GET /v1/claims:timeline?query=viaduct&pageToken=$T", code: codes.InvalidArgument, reason: "PAGE_TOKEN_INVALID", field: "page_token",
	},
	{
		name: "timeline with a negative page size", method: "TimelineService/GetTimeline", request: `{"query": "viaduct", "pageSize": -1}`,
		rest: "GET /v1/claims:timeline?query=viaduct&pageSize=-1", code: codes.InvalidArgument, field: "page_size",
	},
	{
		name: "timeline with a negative number of candidates", method: "TimelineService/GetTimeline", request: `{"query": "viaduct", "candidateCount": -1}`,
		rest: "GET /v1/claims:timeline?query=viaduct&candidateCount=-1", code: codes.InvalidArgument, field: "candidate_count",
	},
	{
		name: "timeline of a speaker of 600 letters", method: "TimelineService/GetTimeline", request: fmt.Sprintf(`{"speaker": %q}`, strings.Repeat("x", 600)),
		rest: "GET /v1/claims:timeline?speaker=" + strings.Repeat("x", 600), code: codes.InvalidArgument, reason: "TOO_LONG", field: "speaker",
	},
}
