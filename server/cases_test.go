package server_test

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/grpc/codes"
)

// An apiCase is one call, made over gRPC to one server and over REST to
// another, which have been told the same.
type apiCase struct {
	name    string
	method  string // "ClaimService/GetClaim"
	request string // JSON; $1 is a claim's name, $A its article's, $G its group's, $T a page token
	rest    string // "GET /v1/…"; for a POST the body is the request
	// What is wanted: an error…
	code   codes.Code
	reason string
	field  string
	text   string // part of the message
	// … or these values of the answer, by path ("hits.0.claim.text").
	want map[string]any
}

var brenn = `{"article": {"uri": "https://harbour-herald.example/1", "outlet": "Harbour Herald", "title": "Brenn speaks", "publishedTime": "2024-03-12T00:00:00Z",
	"text": "“We will keep the ceasefire,” Prime Minister Ada Brenn said on Monday. She added that the sanctions would stay."}}`

var okoro = `{"article": {"uri": "https://delta-wire.example/2", "outlet": "Delta Wire", "title": "Okoro answers", "publishedTime": "2024-05-02T00:00:00Z",
	"text": "“The ceasefire is dead,” opposition leader Jon Okoro said. “We will not mourn it.”"}}`

// setUp is made on both servers before the cases.
var setUp = []string{brenn, okoro}

func ingestText(text string) string {
	content, err := json.Marshal(map[string]any{"article": map[string]any{"text": text}})
	if err != nil {
		panic(err)
	}
	return string(content)
}

var cases = []apiCase{
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
		code: codes.InvalidArgument, field: "article", text: "required",
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
		want:    map[string]any{"totalSize": 1.0, "hits.0.claim.speaker.displayName": "Jon Okoro", "coverage.speakerClaims": 2.0},
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
			"originals.0.similarity": 1.0, "coverage.speakerClaims": 2.0,
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

func TestAPI(t *testing.T) { testCases(t, setUp, cases) }

// testCases makes calls over gRPC to one server and over REST to another, which
// were set up alike.
func testCases(t *testing.T, setUp []string, cases []apiCase) {
	overGRPC, overREST := start(t), start(t)
	var first map[string]any
	for _, request := range setUp {
		a := overGRPC.callGRPC(t, "ArticleService/IngestArticle", request)
		b := overREST.callREST(t, "POST /v1/articles:ingest", request)
		if diff := cmp.Diff(a.body, b.body); diff != "" {
			t.Fatalf("set-up differs (-gRPC +REST):\n%s", diff)
		}
		if first == nil {
			first = a.body.(map[string]any)
		}
	}
	fill := strings.NewReplacer(
		"$1", at(first, "claims.0.name").(string),
		"$A", at(first, "article.name").(string),
		"$G", at(first, "claims.0.group").(string),
		"$T", tokenOfAnotherQuery(t, overGRPC),
	)
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			request := fill.Replace(tt.request)
			rest, body := fill.Replace(tt.rest), ""
			if strings.HasPrefix(rest, "POST ") {
				body = request
			}
			a := overGRPC.callGRPC(t, tt.method, request)
			tt.verify(t, "gRPC", a, fill)
			b := overREST.callREST(t, rest, body)
			tt.verify(t, "REST", b, fill)
			if diff := cmp.Diff(a, b, cmp.AllowUnexported(answer{})); diff != "" {
				t.Errorf("answers differ (-gRPC +REST):\n%s", diff)
			}
		})
	}
}

// tokenOfAnotherQuery returns a genuine token.
func tokenOfAnotherQuery(t *testing.T, l *live) string {
	t.Helper()
	a := l.callGRPC(t, "ClaimService/SearchClaims", `{"pageSize": 1}`)
	token, _ := at(a.body, "nextPageToken").(string)
	if token == "" {
		t.Fatal("the first of several pages has no token")
	}
	return token
}

func (tt apiCase) verify(t *testing.T, way string, a answer, fill *strings.Replacer) {
	t.Helper()
	if a.code != tt.code {
		t.Fatalf("%s: got code %v (%s), want %v", way, a.code, a.text, tt.code)
	}
	if tt.reason != "" && a.reason != tt.reason {
		t.Errorf("%s: got reason %q, want %q", way, a.reason, tt.reason)
	}
	if tt.code != codes.OK && a.reason == "" {
		t.Errorf("%s: error %q has no ErrorInfo", way, a.text)
	}
	if tt.field != "" && !cmp.Equal(a.fields, []string{tt.field}) {
		t.Errorf("%s: got fields %q (%s), want %q", way, a.fields, a.text, tt.field)
	}
	if !strings.Contains(a.text, tt.text) {
		t.Errorf("%s: got message %q, want one with %q", way, a.text, tt.text)
	}
	for path, want := range tt.want {
		if s, ok := want.(string); ok {
			want = fill.Replace(s)
		}
		if got := at(a.body, path); !cmp.Equal(got, want) {
			t.Errorf("%s: %s: got %#v, want %#v", way, path, got, want)
		}
	}
}

// at returns what stands in v at a path: keys, indexes, # for a length; nil
// where there is nothing.
func at(v any, path string) any {
	for key := range strings.SplitSeq(path, ".") {
		switch node := v.(type) {
		case map[string]any:
			v = node[key]
		case []any:
			i, err := strconv.Atoi(key)
			switch {
			case key == "#":
				return len(node)
			case err != nil || i >= len(node):
				return nil
			}
			v = node[i]
		default:
			return nil
		}
	}
	return v
}
