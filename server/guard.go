package server

import (
	"encoding/json"
	"net"
	"net/http"
	"net/netip"
	"unicode/utf8"

	"github.com/onrecord/onrecord/internal/wire"
)

// guard refuses what a web page in somebody's browser could send to a server
// that it should not reach: requests that change something and come from
// another site, and, where the server listens on loopback only, any request for
// a host that is not loopback (a name of the attacker's that was pointed here).
// Programs send neither header and pass.
func guard(next http.Handler, listening net.Addr) http.Handler {
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		writeError(w, reasonCrossOrigin, "requests from pages of other sites are refused")
	}))
	protected := protection.Handler(next)
	loopback := isLoopback(listening.String())
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case loopback && !isLoopback(r.Host):
			writeError(w, reasonForeignHost, "this server answers for localhost only")
		case !utf8.ValidString(r.URL.Path):
			writeError(w, reasonNotUTF8, "path: must be valid UTF-8")
		default:
			protected.ServeHTTP(w, r)
		}
	})
}

// isLoopback reports whether a host, with or without a port, is this machine.
func isLoopback(hostport string) bool {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = hostport
	}
	if len(host) > 1 && host[0] == '[' {
		host = host[1 : len(host)-1]
	}
	addr, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && addr.IsLoopback()
}

// writeError answers in the form of the gateway's errors, where the request
// does not get that far.
func writeError(w http.ResponseWriter, r reason, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(r.http())
	_ = json.NewEncoder(w).Encode(map[string]any{ // the client is gone if this fails
		"code": r.code(), "message": message,
		"details": []any{map[string]string{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": r.String(), "domain": wire.ErrorDomain}},
	})
}
