package server_test

import (
	"strings"

	"google.golang.org/grpc/codes"
)

// correctionCases are about corrections of a claim.
var correctionCases = []apiCase{
	{
		name: "correct a claim", method: "ClaimService/CorrectClaim", rest: "POST /v1/$1:correct",
		request: `{"name": "$1", "speaker": "speakers/jon-okoro", "title": "", "span": {"start": 3, "end": 28}, "kind": "KIND_DIRECT", "note": "heard the tape"}`,
		want: map[string]any{
			"name": "$1", "text": "We will keep the ceasefir", "speaker.speaker": "speakers/jon-okoro", "speaker.displayName": "Jon Okoro", "speaker.title": "",
			"corrections.#": 1, "corrections.0.version": 1.0, "corrections.0.createTime": "2025-03-01T12:00:00Z", "corrections.0.note": "heard the tape",
			"corrections.0.changes.#": 3, "corrections.0.changes.0.field": "speaker", "corrections.0.changes.0.before": "Ada Brenn", "corrections.0.changes.0.after": "Jon Okoro",
		},
	},
	{
		name: "correct it from the version before", method: "ClaimService/CorrectClaim", rest: "POST /v1/$1:correct",
		request: `{"name": "$1", "kind": "KIND_INDIRECT"}`, code: codes.Aborted, reason: "CONFLICT",
	},
	{
		name: "correct it again", method: "ClaimService/CorrectClaim", rest: "POST /v1/$1:correct",
		request: `{"name": "$1", "speaker": "Ada Brenn", "title": "Prime Minister", "span": {"start": 3, "end": 30}, "version": 1}`,
		want:    map[string]any{"text": "We will keep the ceasefire,", "speaker.speaker": "speakers/ada-brenn", "corrections.#": 2},
	},
	{
		name: "correct nothing", method: "ClaimService/CorrectClaim", rest: "POST /v1/$1:correct",
		request: `{"name": "$1", "version": 2}`, code: codes.InvalidArgument, reason: "NOTHING_GIVEN", field: "speaker",
	},
	{
		name: "correct to half a character", method: "ClaimService/CorrectClaim", rest: "POST /v1/$1:correct",
		request: `{"name": "$1", "span": {"start": 1, "end": 9}, "version": 2}`, code: codes.InvalidArgument, reason: "NOT_A_BOUNDARY", field: "span.start",
	},
	{
		name: "correct to a kind that there is not", method: "ClaimService/CorrectClaim", rest: "POST /v1/$1:correct",
		request: `{"name": "$1", "kind": 7}`, code: codes.InvalidArgument, field: "kind",
	},
	{
		name: "correct to a speaker without a name", method: "ClaimService/CorrectClaim", rest: "POST /v1/$1:correct",
		request: `{"name": "$1", "speaker": ""}`, code: codes.InvalidArgument, field: "speaker",
	},
	{
		name: "correct a claim that is not there", method: "ClaimService/CorrectClaim", rest: "POST /v1/$A/claims/none:correct",
		request: `{"name": "$A/claims/none", "speaker": "Ada Brenn"}`, code: codes.NotFound, reason: "NOT_FOUND",
	},
	{
		name: "ingest again what was corrected", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: strings.Replace(brenn, "She added", "Then she added", 1),
		want:    map[string]any{"outcome": "INGEST_OUTCOME_UPDATED", "claims.0.name": "$1", "claims.0.corrections.#": 2},
	},
}
