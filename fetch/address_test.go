package fetch

import (
	"net/netip"
	"testing"
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

// TestProxies uses what the environment names only where that is asked for.
func TestProxies(t *testing.T) {
	for _, asked := range []bool{false, true} {
		f, err := New(Config{EnvironmentProxy: asked})
		if err != nil {
			t.Fatal(err)
		}
		if f.direct.Proxy != nil || (f.proxied != nil) != asked {
			t.Errorf("asked for proxies: %v, and got %v", asked, f.proxied)
		}
		if asked && f.proxied.Proxy == nil {
			t.Error("the proxies of the environment are not used")
		}
		f.Close()
	}
}
