package fetch

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"testing"
	"time"
)

func TestPublic(t *testing.T) {
	for _, tt := range []struct {
		addr string
		want bool
	}{
		{"8.8.8.8", true},
		{"100.63.255.255", true},
		{"172.32.0.1", true},
		{"::ffff:8.8.8.8", true},
		{"2606:4700::1111", true},
		{"64:ff9b::8.8.8.8", true},
		{"2002:808:808::1", true},
		{"0.0.0.0", false},
		{"10.1.2.3", false},
		{"100.64.0.1", false},
		{"100.100.100.200", false},
		{"127.0.0.1", false},
		{"127.255.255.254", false},
		{"168.63.129.16", false},
		{"169.254.169.254", false},
		{"172.16.0.1", false},
		{"192.0.0.192", false},
		{"192.168.1.1", false},
		{"198.18.0.1", false},
		{"203.0.113.9", false},
		{"224.0.0.1", false},
		{"255.255.255.255", false},
		{"::", false},
		{"::1", false},
		{"::ffff:127.0.0.1", false},
		{"::ffff:169.254.169.254", false},
		{"::127.0.0.1", false},
		{"64:ff9b::10.0.0.1", false},
		{"64:ff9b::169.254.169.254", false},
		{"64:ff9b:1::808:808", false},
		{"2001::1", false},
		{"2001:db8::1", false},
		{"2002:7f00:1::1", false},
		{"fc00::1", false},
		{"fd00:ec2::254", false},
		{"fe80::1%eth0", false},
		{"fec0::1", false},
		{"ff02::1", false},
	} {
		if got := public(netip.MustParseAddr(tt.addr)); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.addr, got, tt.want)
		}
	}
}

func TestCheckName(t *testing.T) {
	for host, want := range map[string]bool{"herald.example": true, "8.8.8.8": true, "10.0.0.1": false, "::1": false, "localhost": false, "a.LOCALHOST.": false} {
		if got := checkName(host) == nil; got != want {
			t.Errorf("%s: got %v, want %v", host, got, want)
		}
	}
}

// TestProxy has a proxy on one's own machine, which is what fetches.
func TestProxy(t *testing.T) {
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		io.WriteString(w, "by proxy")
	}))
	defer proxy.Close()
	at, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	f, err := New(Config{EnvironmentProxy: true, Pace: time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	f.proxied.Proxy = func(r *http.Request) (*url.URL, error) {
		if r.URL.Hostname() == "127.0.0.2" { // as one of NO_PROXY
			return nil, nil
		}
		return at, nil
	}
	for address, want := range map[string]string{
		"http://herald.example/a": "http://herald.example/a by proxy",
		"http://8.8.8.8/":         "http://8.8.8.8/ by proxy",
		"http://127.0.0.1/":       "error: leads to a private address (127.0.0.1)",
		"http://localhost/":       "error: leads to a private address (localhost)",
		"http://127.0.0.2:1/":     "error: dial tcp 127.0.0.2:1: leads to a private address (127.0.0.2)",
	} {
		if got := told(f.Page(t.Context(), address)); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// TestNoProxy leaves the environment alone unless it is asked for.
func TestNoProxy(t *testing.T) {
	f, err := New(Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if f.direct.Proxy != nil || f.proxied != nil {
		t.Error("there is a proxy that nobody asked for")
	}
}
