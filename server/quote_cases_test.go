package server_test

import (
	"fmt"
	"strings"

	"google.golang.org/grpc/codes"
)

// quoteCases are about quotations, and what they are said to be from.
var quoteCases = []apiCase{
	{
		name: "ingest what is said of the viaduct", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: `{"article": {"uri": "https://delta-wire.example/4", "publishedTime": "2023-02-06T00:00:00Z", "text": "“We will not widen the old viaduct,” Mayor Lars Tenn said on Friday."}}`,
		want:    map[string]any{"outcome": "INGEST_OUTCOME_CREATED", "claims.#": 1},
	},
	{
		name: "ingest what is said of it later", method: "ArticleService/IngestArticle", rest: "POST /v1/articles:ingest",
		request: `{"article": {"uri": "https://delta-wire.example/5", "publishedTime": "2023-11-20T00:00:00Z", "text": "“We will widen the old viaduct,” Mayor Lars Tenn said."}}`,
		want:    map[string]any{"outcome": "INGEST_OUTCOME_CREATED", "claims.#": 1},
	},
	{
		name: "verify words with their speaker", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: `{"quote": "“The ceasefire is dead,”", "speaker": "okoro"}`,
		want: map[string]any{
			"verdict": "QUOTE_VERDICT_PARTIAL", "flags.#": 0, "originals.#": 1, "originals.0.claim.speaker.displayName": "Jon Okoro",
			"originals.0.sameSpeaker": true, "originals.0.verdict": "QUOTE_VERDICT_PARTIAL", "originals.0.edits.0.op": "OP_SAME",
			"originals.0.edits.0.quoteSpan.start": 3.0, "originals.0.edits.0.originalSpan.start": 3.0, "originals.0.edits.0.originalText": "The ceasefire is dead",
			"originals.0.cuts.0.place": "PLACE_END", "originals.0.cuts.0.words": 5.0, "originals.0.cuts.0.atSentence": true, "originals.0.cuts.0.marked": false,
			"originals.0.appearanceCount": 1.0, "originals.0.appearances.0.source.outlet": "Delta Wire", "originals.0.appearances.0.saidTime": "2024-05-02T00:00:00Z",
			"originals.0.similarity": 1.0, "coverage.speakerClaims": 3.0,
		},
	},
	{
		name: "verify words over several claims", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: `{"quote": "The ceasefire is dead. We will not mend it."}`,
		want:    map[string]any{"verdict": "QUOTE_VERDICT_VERBATIM", "originals.0.otherClaims.#": 1, "originals.0.sameSpeaker": false},
	},
	{
		name: "verify words without a not", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: `{"quote": "The ceasefire is dead. We will mend it.", "speaker": "speakers/jon-okoro"}`,
		want: map[string]any{
			"verdict": "QUOTE_VERDICT_ALTERED", "flags.0": "QUOTE_FLAG_NEGATION_CHANGED", "originals.0.edits.#": 4,
			"originals.0.edits.2.op": "OP_DELETED", "originals.0.edits.2.originalText": "not", "originals.0.edits.2.flags.0": "QUOTE_FLAG_NEGATION_CHANGED",
		},
	},
	{
		name: "verify words of somebody else", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: `{"quote": "We will keep the ceasefire", "speaker": "okoro"}`,
		want:    map[string]any{"verdict": "QUOTE_VERDICT_MISATTRIBUTED", "originals.0.claim.name": "$1", "originals.0.verdict": "QUOTE_VERDICT_VERBATIM"},
	},
	{
		name: "verify reported words", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: `{"quote": "the sanctions would stay", "speaker": "brenn"}`,
		want:    map[string]any{"verdict": "QUOTE_VERDICT_PARAPHRASE_ONLY", "originals.0.claim.kind": "KIND_INDIRECT"},
	},
	{
		name: "verify words of another month", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: `{"quote": "We will keep the ceasefire", "saidTime": "2024-04-02T00:00:00Z", "saidPrecision": "DATE_PRECISION_MONTH"}`,
		want:    map[string]any{"verdict": "QUOTE_VERDICT_VERBATIM", "flags.0": "QUOTE_FLAG_OTHER_DATE"},
	},
	{
		name: "verify words that nobody said tells what was searched", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: `{"quote": "zeppelins over the delta"}`,
		want:    map[string]any{"verdict": "QUOTE_VERDICT_NOT_FOUND", "originals.#": 0, "coverage.outlets": 2.0},
	},
	{
		name: "verify nothing", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify", request: `{}`,
		code: codes.InvalidArgument, field: "quote",
	},
	{
		name: "verify marks without a word", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify", request: `{"quote": "“…”"}`,
		code: codes.InvalidArgument, reason: "NO_WORD", field: "quote",
	},
	{
		name: "verify a quotation of 10,001 bytes", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: fmt.Sprintf(`{"quote": %q}`, strings.Repeat("x", 10_001)), code: codes.InvalidArgument, reason: "TOO_LONG", field: "quote",
	},
	{
		name: "verify a quotation of 1,001 words", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: fmt.Sprintf(`{"quote": %q}`, strings.Repeat("yes ", 1001)), code: codes.InvalidArgument, reason: "TOO_MANY_WORDS", field: "quote",
	},
	{
		name: "verify words of a speaker without a letter", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: `{"quote": "yes", "speaker": "?"}`, code: codes.InvalidArgument, reason: "NO_WORD", field: "speaker",
	},
	{
		name: "verify words of a speaker by a name that is none", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: `{"quote": "yes", "speaker": "speakers/"}`, code: codes.InvalidArgument, reason: "NOT_A_NAME", field: "speaker",
	},
	{
		name: "verify words of a speaker of 600 letters", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: fmt.Sprintf(`{"quote": "yes", "speaker": %q}`, strings.Repeat("x", 600)), code: codes.InvalidArgument, reason: "TOO_LONG", field: "speaker",
	},
	{
		name: "verify words of the year 9000", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: `{"quote": "yes", "saidTime": "9000-01-01T00:00:00Z"}`, code: codes.InvalidArgument, reason: "OUT_OF_RANGE", field: "said_time",
	},
	{
		name: "verify with a precision that there is not", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: `{"quote": "yes", "saidPrecision": 9}`, code: codes.InvalidArgument, field: "said_precision",
	},
	{
		name: "verify with a negative page size", method: "QuoteService/VerifyQuote", rest: "POST /v1/quotes:verify",
		request: `{"quote": "yes", "pageSize": -1}`, code: codes.InvalidArgument, reason: "NEGATIVE", field: "page_size",
	},
}
