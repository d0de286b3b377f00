package server_test

import (
	"encoding/json"
	"slices"
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

// cases are all of them, in this order: later ones build on what earlier ones
// did.
var cases = slices.Concat(articleCases, claimCases, speakerCases, correctionCases, quoteCases, timelineCases, deletionCases, documentCases)

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
