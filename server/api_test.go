package server_test

import (
	"context"
	"encoding/json"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/api/annotations"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"

	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/index"
	"github.com/onrecord/onrecord/server"
	"github.com/onrecord/onrecord/service"
)

// now is the tests' time: behind everything in the sample.
var now = time.Date(2025, 3, 1, 12, 0, 0, 0, time.UTC)

// A live is a real server on loopback over an index in memory, and how to reach
// it.
type live struct {
	grpc string           // address
	http string           // base URL
	conn *grpc.ClientConn // for calls by name
	stop func()           // begins the shutdown
	api  *client.Client
}

// start starts a server; it is stopped with the test.
func start(t testing.TB) *live {
	t.Helper()
	idx, err := index.Open(index.Config{})
	if err != nil {
		t.Fatal(err)
	}
	svc, err := service.New(service.Config{Index: idx, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	srv, err := server.New(server.Config{Service: svc, Drain: 2 * time.Second, TokenKey: []byte("the same key for every test server")})
	if err != nil {
		t.Fatal(err)
	}
	grpcLis, httpLis := listen(t), listen(t)
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- srv.Serve(ctx, grpcLis, httpLis) }()
	l := &live{stop: stop, grpc: grpcLis.Addr().String(), http: "http://" + httpLis.Addr().String()}
	l.conn, err = grpc.NewClient(l.grpc, grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(32<<20)))
	if err != nil {
		t.Fatal(err)
	}
	if l.api, err = client.New(l.grpc, client.Config{}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		l.conn.Close()
		l.api.Close()
		stop()
		if err := <-done; err != nil {
			t.Errorf("serve: %v", err)
		}
		if err := idx.Close(); err != nil {
			t.Errorf("close index: %v", err)
		}
	})
	return l
}

func listen(t testing.TB) net.Listener {
	t.Helper()
	lis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return lis
}

// An answer is what a call gave, over either way.
type answer struct {
	code   codes.Code
	reason string   // of the ErrorInfo
	fields []string // of the BadRequest
	text   string   // the error's message
	body   any      // the response as JSON, where there is no error
}

// callGRPC calls a unary method by its short name ("ClaimService/GetClaim") with
// a request in JSON.
func (l *live) callGRPC(t testing.TB, method, request string) answer {
	t.Helper()
	desc, err := protoregistry.GlobalFiles.FindDescriptorByName(protoreflect.FullName("onrecord.v1." + strings.ReplaceAll(method, "/", ".")))
	if err != nil {
		t.Fatal(err)
	}
	md := desc.(protoreflect.MethodDescriptor)
	req, resp := newMessage(t, md.Input()), newMessage(t, md.Output())
	if err := protojson.Unmarshal([]byte(request), req); err != nil {
		t.Fatalf("request of the test: %v", err)
	}
	if err := l.conn.Invoke(t.Context(), "/onrecord.v1."+method, req, resp); err != nil {
		return fromStatus(t, status.Convert(err))
	}
	return answer{body: unwrap(md, toJSON(t, resp))}
}

func newMessage(t testing.TB, md protoreflect.MessageDescriptor) proto.Message {
	t.Helper()
	mt, err := protoregistry.GlobalTypes.FindMessageByName(md.FullName())
	if err != nil {
		t.Fatal(err)
	}
	return mt.New().Interface()
}

func fromStatus(t testing.TB, st *status.Status) answer {
	t.Helper()
	return fromErrorJSON(t, st.Code(), toJSON(t, st.Proto()).(map[string]any))
}

// fromErrorJSON reads an error as REST writes it: {code, message, details}.
func fromErrorJSON(t testing.TB, code codes.Code, m map[string]any) answer {
	t.Helper()
	a := answer{code: code}
	a.text, _ = m["message"].(string)
	details, _ := m["details"].([]any)
	for _, d := range details {
		detail := d.(map[string]any)
		if reason, ok := detail["reason"].(string); ok {
			a.reason = reason
		}
		violations, _ := detail["fieldViolations"].([]any)
		for _, v := range violations {
			a.fields = append(a.fields, v.(map[string]any)["field"].(string))
		}
	}
	return a
}

func toJSON(t testing.TB, m proto.Message) any {
	t.Helper()
	content, err := protojson.MarshalOptions{EmitDefaultValues: true}.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, content)
}

func parse(t testing.TB, content []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(content, &v); err != nil {
		t.Fatalf("not JSON: %v in %q", err, content)
	}
	return v
}

// unwrap returns what REST answers of a response: for some its one resource.
func unwrap(md protoreflect.MethodDescriptor, body any) any {
	options := md.Options().(*descriptorpb.MethodOptions)
	rule, _ := proto.GetExtension(options, annotations.E_Http).(*annotations.HttpRule)
	if rule.GetResponseBody() != "" {
		for _, v := range body.(map[string]any) {
			return v
		}
	}
	return body
}

// callREST sends "GET /v1/…" with a body, which may be empty.
func (l *live) callREST(t testing.TB, line, body string) answer {
	t.Helper()
	resp, content := l.send(t, line, strings.NewReader(body))
	v := parse(t, content)
	if resp.StatusCode == http.StatusOK {
		return answer{body: v}
	}
	m := v.(map[string]any)
	return fromErrorJSON(t, codes.Code(m["code"].(float64)), m)
}
