package server_test

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"google.golang.org/grpc/codes"
)

// TestRESTOnly has what only REST can get wrong.
func TestRESTOnly(t *testing.T) {
	l := start(t)
	for _, tt := range []struct {
		name, line, body string
		status           int
		code             codes.Code
		reason           string
	}{
		{"no JSON", "POST /v1/articles:ingest", "text", http.StatusBadRequest, codes.InvalidArgument, "MALFORMED"},
		{"not UTF-8", "POST /v1/articles:ingest", "{\"article\": {\"text\": \"a\xffb\"}}", http.StatusBadRequest, codes.InvalidArgument, "NOT_UTF8"},
		{"a query that is not UTF-8", "GET /v1/claims:search?query=%ff", "", http.StatusBadRequest, codes.InvalidArgument, "NOT_UTF8"},
		{"a name that is not UTF-8", "GET /v1/articles/%ff", "", http.StatusBadRequest, codes.InvalidArgument, "NOT_UTF8"},
		{"a slip in a parameter's name", "GET /v1/claims:search?query=sanctions&speaker=velden", "", http.StatusBadRequest, codes.InvalidArgument, "UNKNOWN_PARAMETER"},
		{"a slip in a field's name", "POST /v1/claims:related", `{"text": "sanctions", "before": "2024-01-01T00:00:00Z"}`, http.StatusBadRequest, codes.InvalidArgument, "MALFORMED"},
		{"a parameter that is no number", "GET /v1/claims:search?pageSize=many", "", http.StatusBadRequest, codes.InvalidArgument, "MALFORMED"},
		{"a time that is none", "GET /v1/claims:search?saidFrom=monday", "", http.StatusBadRequest, codes.InvalidArgument, "MALFORMED"},
		{"no such path", "GET /v1/nothing", "", http.StatusNotFound, codes.NotFound, "NOT_FOUND"},
		{"another method", "PATCH /v1/articles", "", http.StatusMethodNotAllowed, codes.Unimplemented, "UNIMPLEMENTED"},
		{"a body of 40 MB", "POST /v1/articles:ingest", `{"article": {"text": "` + strings.Repeat("x", 40<<20) + `"}}`, http.StatusRequestEntityTooLarge, codes.InvalidArgument, "TOO_LARGE"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			resp, content := l.send(t, tt.line, strings.NewReader(tt.body))
			if resp.StatusCode != tt.status {
				t.Errorf("status: got %d (%.200s), want %d", resp.StatusCode, content, tt.status)
			}
			a := fromErrorJSON(t, tt.code, parse(t, content).(map[string]any))
			if tt.reason != "" && a.reason != tt.reason {
				t.Errorf("reason: got %q, want %q", a.reason, tt.reason)
			}
			if a.text == "" {
				t.Error("the error says nothing")
			}
		})
	}
}

// TestRESTBodyOfUnknownLength sends too much without saying so first.
func TestRESTBodyOfUnknownLength(t *testing.T) {
	l := start(t)
	body := io.MultiReader(strings.NewReader(`{"article": {"text": "`), io.LimitReader(forever('x'), 40<<20), strings.NewReader(`"}}`))
	resp, content := l.send(t, "POST /v1/articles:ingest", body)
	if resp.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("status: got %d (%.200s), want 413", resp.StatusCode, content)
	}
	a := fromErrorJSON(t, codes.InvalidArgument, parse(t, content).(map[string]any))
	if got, want := a.reason, "TOO_LARGE"; got != want {
		t.Errorf("reason: got %s, want %s", got, want)
	}
}

type forever byte

func (f forever) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(f)
	}
	return len(p), nil
}

func TestDocuments(t *testing.T) {
	l := start(t)
	_, health := l.send(t, "GET /healthz", nil)
	if got := at(parse(t, health), "status"); got != "SERVING" {
		t.Errorf("health: got %v, want SERVING", got)
	}
	_, doc := l.send(t, "GET /openapi.json", nil)
	paths, _ := at(parse(t, doc), "paths").(map[string]any)
	for _, path := range []string{"/v1/articles:ingest", "/v1/articles:ingestStream", "/v1/articles", "/v1/claims:search", "/v1/claims:related", "/v1/documents:check", "/v1/claims:batchGet"} {
		if paths[path] == nil {
			t.Errorf("the OpenAPI description has no %s", path)
		}
	}
}

// TestIngestStreamOverREST sends more lines than one buffer holds, with bad ones
// among them, over HTTP/1.1.
func TestIngestStreamOverREST(t *testing.T) {
	l := start(t)
	const n = 500
	var body strings.Builder
	for i := range n {
		switch i {
		case 7:
			body.WriteString("not JSON\n\n")
		case 11:
			body.WriteString("{\"article\": {\"text\": \"a\xffb\"}}\n")
		case 13:
			body.WriteString(`{"item": "thirteen", "article": {"text": ""}}` + "\n")
		default:
			fmt.Fprintf(&body, `{"item": "no. %d", "article": {"uri": "https://a.example/%d", "text": "“Number %d stays,” Ada Brenn said."}}`+"\n", i, i, i)
		}
	}
	resp, content := l.send(t, "POST /v1/articles:ingestStream", strings.NewReader(body.String()))
	if got := resp.Header.Get("Content-Type"); got != "application/x-ndjson" {
		t.Errorf("content type: got %q", got)
	}
	lines := strings.Split(strings.TrimSpace(string(content)), "\n")
	if len(lines) != n {
		t.Fatalf("acknowledgements: got %d, want %d; last: %s", len(lines), n, lines[len(lines)-1])
	}
	refused := map[int]string{7: "line 8", 11: "line 13", 13: "article.text"}
	for i, line := range lines {
		ack := at(parse(t, []byte(line)), "result")
		if got := at(ack, "index"); got != fmt.Sprint(i) {
			t.Fatalf("acknowledgement %d has index %v", i, got)
		}
		message, _ := at(ack, "error.message").(string)
		if want, ok := refused[i]; ok != (message != "") || !strings.Contains(message, want) {
			t.Errorf("item %d: got error %q, want one with %q: %v", i, message, want, ok)
		}
		if refused[i] == "" && at(ack, "claimCount") != 1.0 {
			t.Errorf("item %d: %s", i, line)
		}
	}
}

// TestCheckDocumentOverREST reads the stream of a check.
func TestCheckDocumentOverREST(t *testing.T) {
	l := start(t)
	for _, request := range setUp {
		l.callREST(t, "POST /v1/articles:ingest", request)
	}
	_, content := l.send(t, "POST /v1/documents:check", strings.NewReader(
		`{"text": "“We will keep the ceasefire,” Ada Brenn said again. The council met.", "publishedTime": "2024-04-01T00:00:00Z"}`))
	lines := strings.Split(strings.TrimSpace(string(content)), "\n")
	if len(lines) != 2 {
		t.Fatalf("got %d lines, want 2: %s", len(lines), content)
	}
	checked := at(parse(t, []byte(lines[0])), "result.checked")
	if got, want := at(checked, "sameSpeaker.0.claim.text"), "We will keep the ceasefire,"; got != want {
		t.Errorf("earlier statement: got %v, want %q", got, want)
	}
	if got := at(checked, "others.#"); got != 0 {
		t.Errorf("statements dated after the draft: got %v, want none", got)
	}
	if got := at(parse(t, []byte(lines[1])), "result.summary.checked"); got != 1.0 {
		t.Errorf("summary: got %v checked, want 1", got)
	}
}

func (l *live) send(t testing.TB, line string, body io.Reader) (*http.Response, []byte) {
	t.Helper()
	verb, path, _ := strings.Cut(line, " ")
	req, err := http.NewRequestWithContext(t.Context(), verb, l.http+path, body)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, content
}

// TestForeignPages sends what a page of another site could make a browser send.
func TestForeignPages(t *testing.T) {
	l := start(t)
	for _, tt := range []struct {
		name   string
		header map[string]string
		host   string
		want   int
	}{
		{"a program", nil, "", http.StatusOK},
		{"a page of this server", map[string]string{"Origin": l.http, "Sec-Fetch-Site": "same-origin"}, "", http.StatusOK},
		{"a page of another site", map[string]string{"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}, "", http.StatusForbidden},
		{"an old browser", map[string]string{"Origin": "https://evil.example"}, "", http.StatusForbidden},
		{"a name that was pointed here", nil, "evil.example", http.StatusMisdirectedRequest},
	} {
		t.Run(tt.name, func(t *testing.T) {
			body := strings.NewReader(`{"article": {"text": "“Planted,” Ada Brenn said."}}`)
			req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, l.http+"/v1/articles:ingest", body)
			if err != nil {
				t.Fatal(err)
			}
			req.Host = tt.host
			for name, value := range tt.header {
				req.Header.Set(name, value)
			}
			resp, err := http.DefaultClient.Do(req)
			if err != nil {
				t.Fatal(err)
			}
			defer resp.Body.Close()
			if resp.StatusCode != tt.want {
				t.Errorf("status: got %d, want %d", resp.StatusCode, tt.want)
			}
		})
	}
}
