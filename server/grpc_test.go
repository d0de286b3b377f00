package server_test

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/mem"
	reflectionpb "google.golang.org/grpc/reflection/grpc_reflection_v1"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"

	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// rawCodec sends bytes as they are: the generated code refuses to send strings
// that are not UTF-8, other clients do not.
type rawCodec struct{}

func (rawCodec) Name() string { return "proto" }
func (rawCodec) Marshal(v any) (mem.BufferSlice, error) {
	return mem.BufferSlice{mem.SliceBuffer(v.([]byte))}, nil
}
func (rawCodec) Unmarshal(data mem.BufferSlice, v any) error {
	return proto.Unmarshal(data.Materialize(), v.(proto.Message))
}

// rawArticle is an IngestArticleRequest or IngestArticlesRequest with that text.
func rawArticle(text string) []byte {
	article := protowire.AppendString(protowire.AppendTag(nil, 8, protowire.BytesType), text)
	return protowire.AppendBytes(protowire.AppendTag(nil, 1, protowire.BytesType), article)
}

func TestNotUTF8OverGRPC(t *testing.T) {
	l := start(t)
	for _, tt := range []struct {
		name, method string
		request      []byte
		field, text  string
	}{
		{"a text", "ArticleService/IngestArticle", rawArticle("caf\xe9"), "article.text", "the byte at 3"},
		{"a query", "ClaimService/SearchClaims", protowire.AppendString(protowire.AppendTag(nil, 1, protowire.BytesType), "\xff"), "query", "the byte at 0"},
		{"two megabytes of it", "ArticleService/IngestArticle", rawArticle(strings.Repeat("\xff", 2<<20)), "article.text", "the byte at 0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := l.conn.Invoke(t.Context(), "/onrecord.v1."+tt.method, tt.request, new(onrecordv1.IngestArticleResponse), grpc.ForceCodecV2(rawCodec{}))
			a := fromStatus(t, status.Convert(err))
			if a.code != codes.InvalidArgument || a.reason != "NOT_UTF8" || len(a.fields) != 1 || a.fields[0] != tt.field || !strings.Contains(a.text, tt.text) {
				t.Errorf("got %+v, want INVALID_ARGUMENT, NOT_UTF8, %s, %q", a, tt.field, tt.text)
			}
		})
	}
}

// TestBadItemDoesNotEndTheStream sends good items around a text that is not
// UTF-8.
func TestBadItemDoesNotEndTheStream(t *testing.T) {
	l := start(t)
	desc := &grpc.StreamDesc{ClientStreams: true, ServerStreams: true}
	stream, err := l.conn.NewStream(t.Context(), desc, onrecordv1.ArticleService_IngestArticles_FullMethodName, grpc.ForceCodecV2(rawCodec{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"“One,” Ada Brenn said.", "caf\xe9", "", "“Two,” Ada Brenn said."} {
		if err := stream.SendMsg(rawArticle(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := stream.CloseSend(); err != nil {
		t.Fatal(err)
	}
	for i, want := range []codes.Code{codes.OK, codes.InvalidArgument, codes.InvalidArgument, codes.OK} {
		ack := new(onrecordv1.IngestArticlesResponse)
		if err := stream.RecvMsg(ack); err != nil {
			t.Fatalf("acknowledgement %d: %v", i, err)
		}
		if got := codes.Code(ack.GetError().GetCode()); got != want || ack.GetIndex() != int64(i) {
			t.Errorf("acknowledgement %d: got %v, want code %v", i, ack, want)
		}
	}
	if err := stream.RecvMsg(new(onrecordv1.IngestArticlesResponse)); !errors.Is(err, io.EOF) {
		t.Errorf("end of stream: got %v, want EOF", err)
	}
}

// TestStreamKeepsOrderPerArticle sends versions of one article one after the
// other: the last one sent must win.
func TestStreamKeepsOrderPerArticle(t *testing.T) {
	l := start(t)
	stream, err := onrecordv1.NewArticleServiceClient(l.conn).IngestArticles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	texts := strings.Split(strings.Repeat("“Yes,” Ada Brenn said.|“No,” Ada Brenn said.|", 20), "|")
	texts[len(texts)-1] = "“At last,” Ada Brenn said."
	for _, text := range texts {
		if err := stream.Send(articleRequest(&onrecordv1.Article{Uri: "https://a.example/1", Text: text})); err != nil {
			t.Fatal(err)
		}
	}
	if err := stream.CloseSend(); err != nil {
		t.Fatal(err)
	}
	var name string
	for i := range texts {
		ack, err := stream.Recv()
		if err != nil {
			t.Fatalf("acknowledgement %d: %v", i, err)
		}
		if ack.GetError() != nil {
			t.Fatalf("acknowledgement %d: %v", i, ack.GetError())
		}
		name = ack.GetArticle()
	}
	resp, err := onrecordv1.NewArticleServiceClient(l.conn).GetArticle(t.Context(), &onrecordv1.GetArticleRequest{Name: name})
	if err != nil {
		t.Fatal(err)
	}
	if got := resp.GetArticle(); got.GetText() != texts[len(texts)-1] || int(got.GetVersion()) != len(texts) {
		t.Errorf("got version %d with %q, want %d with %q", got.GetVersion(), got.GetText(), len(texts), texts[len(texts)-1])
	}
}

func TestHealthAndReflection(t *testing.T) {
	l := start(t)
	health, err := healthpb.NewHealthClient(l.conn).Check(t.Context(), new(healthpb.HealthCheckRequest))
	if err != nil || health.GetStatus() != healthpb.HealthCheckResponse_SERVING {
		t.Errorf("health: got %v, %v", health, err)
	}
	stream, err := reflectionpb.NewServerReflectionClient(l.conn).ServerReflectionInfo(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := stream.Send(&reflectionpb.ServerReflectionRequest{MessageRequest: &reflectionpb.ServerReflectionRequest_FileContainingSymbol{FileContainingSymbol: "onrecord.v1.ClaimService"}}); err != nil {
		t.Fatal(err)
	}
	if resp, err := stream.Recv(); err != nil || len(resp.GetFileDescriptorResponse().GetFileDescriptorProto()) == 0 {
		t.Errorf("reflection: got %v, %v", resp, err)
	}
}

func TestDeadline(t *testing.T) {
	l := start(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Nanosecond)
	defer cancel()
	_, err := onrecordv1.NewClaimServiceClient(l.conn).SearchClaims(ctx, new(onrecordv1.SearchClaimsRequest))
	if got := status.Code(err); got != codes.DeadlineExceeded {
		t.Errorf("got %v, want DeadlineExceeded", err)
	}
	a := l.callREST(t, "GET /v1/claims:search?query=x", "")
	if a.code != codes.OK {
		t.Errorf("afterwards: got %+v, want an answer", a)
	}
}

// TestBoundsAgree keeps the rules of the .proto files and the service's own
// bounds the same.
func TestBoundsAgree(t *testing.T) {
	l := start(t)
	for _, tt := range []struct {
		name    string
		article *onrecordv1.Article
		ok      bool
	}{
		{"the longest outlet", &onrecordv1.Article{Text: "x", Outlet: strings.Repeat("x", 500)}, true},
		{"one more", &onrecordv1.Article{Text: "x", Outlet: strings.Repeat("x", 501)}, false},
		{"the longest title", &onrecordv1.Article{Text: "x", Title: strings.Repeat("x", 2000)}, true},
		{"one more", &onrecordv1.Article{Text: "x", Title: strings.Repeat("x", 2001)}, false},
		{"the longest address", &onrecordv1.Article{Text: "x", Uri: "https://a.example/" + strings.Repeat("x", 2048-18)}, true},
		{"one more", &onrecordv1.Article{Text: "x", Uri: "https://a.example/" + strings.Repeat("x", 2049-18)}, false},
		{"the longest text", &onrecordv1.Article{Text: strings.Repeat("x ", 1<<20)}, true},
		{"one more", &onrecordv1.Article{Text: strings.Repeat("x ", 1<<20) + "x"}, false},
	} {
		_, err := onrecordv1.NewArticleServiceClient(l.conn).IngestArticle(t.Context(), &onrecordv1.IngestArticleRequest{Source: &onrecordv1.IngestArticleRequest_Article{Article: tt.article}})
		if got := err == nil; got != tt.ok {
			t.Errorf("%s: got error %v, want ok %v", tt.name, err, tt.ok)
		}
	}
}

// TestShutdownEndsStreams stops a server while an ingest stream is open: what
// was sent is acknowledged, then the stream ends with UNAVAILABLE.
func TestShutdownEndsStreams(t *testing.T) {
	l := start(t)
	stream, err := onrecordv1.NewArticleServiceClient(l.conn).IngestArticles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := stream.Send(articleRequest(&onrecordv1.Article{Text: "“One,” Ada Brenn said."})); err != nil {
		t.Fatal(err)
	}
	if ack, err := stream.Recv(); err != nil || ack.GetError() != nil {
		t.Fatalf("acknowledgement: %v, %v", ack, err)
	}
	l.stop()
	if _, err := stream.Recv(); status.Code(err) != codes.Unavailable || !strings.Contains(err.Error(), "shutting down") {
		t.Errorf("after the shutdown: got %v, want UNAVAILABLE, shutting down", err)
	}
}

// articleRequest is an item of IngestArticles.
func articleRequest(a *onrecordv1.Article) *onrecordv1.IngestArticlesRequest {
	return &onrecordv1.IngestArticlesRequest{Source: &onrecordv1.IngestArticlesRequest_Article{Article: a}}
}
