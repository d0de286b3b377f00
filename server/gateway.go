package server

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/test/bufconn"

	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
	"github.com/onrecord/onrecord/proto/openapi"
)

// maxMessage bounds one request and one answer, in bytes: room for a text of 2
// MiB however it is escaped, and for the claims of the longest article.
const maxMessage = 32 << 20

// dialInProcess connects to the server behind lis without a socket, so that
// REST calls pass the same interceptors, limits and deadlines as gRPC ones: the
// gateway's own in-process handlers pass none and cannot stream.
func dialInProcess(lis *bufconn.Listener) (*grpc.ClientConn, error) {
	return grpc.NewClient("passthrough:///in-process",
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return lis.DialContext(ctx) }),
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(maxMessage), grpc.MaxCallSendMsgSize(maxMessage)),
	)
}

// newGateway returns the REST API over conn.
func newGateway(ctx context.Context, conn *grpc.ClientConn) (http.Handler, error) {
	api := runtime.NewServeMux(
		runtime.WithHealthzEndpoint(healthpb.NewHealthClient(conn)),
		runtime.WithMarshalerOption(runtime.MIMEWildcard, newJSONMarshaler()),
		runtime.WithMarshalerOption(ndjsonType, lineMarshaler{newJSONMarshaler()}),
		runtime.WithOutgoingHeaderMatcher(func(string) (string, bool) { return "", false }),
		runtime.SetQueryParameterParser(&strictParameters{}),
		runtime.WithErrorHandler(restError),
		runtime.WithRoutingErrorHandler(routingError),
	)
	for _, register := range []func(context.Context, *runtime.ServeMux, *grpc.ClientConn) error{
		onrecordv1.RegisterArticleServiceHandler, onrecordv1.RegisterClaimServiceHandler, onrecordv1.RegisterSpeakerServiceHandler,
		onrecordv1.RegisterQuoteServiceHandler, onrecordv1.RegisterTimelineServiceHandler, onrecordv1.RegisterGroupServiceHandler,
	} {
		if err := register(ctx, api, conn); err != nil {
			return nil, err
		}
	}
	mux := http.NewServeMux()
	mux.Handle("/", limitBody(api))
	mux.Handle("POST /v1/articles:ingestStream", lineStream(api))
	mux.HandleFunc("GET /openapi.json", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(openapi.Document) // the client is gone if this fails
	})
	return mux, nil
}

// limitBody refuses bodies over maxMessage. Where the length is announced the
// answer is 413; the gateway turns the read error of any other into 400.
func limitBody(next http.Handler) http.Handler {
	limited := http.MaxBytesHandler(next, maxMessage)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > maxMessage {
			writeError(w, reasonTooLarge, fmt.Sprintf("body: takes at most %d bytes", maxMessage))
			return
		}
		limited.ServeHTTP(w, r)
	})
}

// lineStream reads the body as newline-delimited JSON whatever its type says,
// each line bounded, and lets it be read and answered at once over HTTP/1.1
// too: without full duplex net/http drops the rest of the body when the answer
// begins, and the stream ends early with status 200.
func lineStream(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ProtoMajor == 1 {
			if err := http.NewResponseController(w).EnableFullDuplex(); err != nil {
				writeError(w, reasonUnimplemented, "this stream needs HTTP/2")
				return
			}
		}
		r.Header.Set("Content-Type", ndjsonType)
		next.ServeHTTP(w, r)
	})
}

// restError completes the errors that arise before a request reaches the gRPC
// server, or in gRPC itself: each error has an ErrorInfo, and a body that is too
// large is 413.
func restError(ctx context.Context, mux *runtime.ServeMux, m runtime.Marshaler, w http.ResponseWriter, r *http.Request, err error) {
	httpStatus := 0
	var routed *runtime.HTTPStatusError
	if errors.As(err, &routed) {
		httpStatus, err = routed.HTTPStatus, routed.Err
	}
	st := status.Convert(err)
	if len(st.Details()) == 0 {
		reason := reasonOf(st)
		if reason == reasonTooLarge {
			httpStatus = reason.http()
		}
		st = wire.Status(st.Code(), st.Message(), reason.String())
	}
	err = st.Err()
	if httpStatus != 0 {
		err = &runtime.HTTPStatusError{HTTPStatus: httpStatus, Err: err}
	}
	runtime.DefaultHTTPErrorHandler(ctx, mux, m, w, r, err)
}

// routingError answers 405 where a path exists for other methods; the
// gateway's default is 501.
func routingError(ctx context.Context, mux *runtime.ServeMux, m runtime.Marshaler, w http.ResponseWriter, r *http.Request, code int) {
	if code != http.StatusMethodNotAllowed {
		runtime.DefaultRoutingErrorHandler(ctx, mux, m, w, r, code)
		return
	}
	runtime.HTTPError(ctx, mux, m, w, r, &runtime.HTTPStatusError{
		HTTPStatus: code, Err: status.Error(codes.Unimplemented, r.Method+" is not supported here"),
	})
}
