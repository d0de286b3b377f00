package fetch

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"syscall"
)

// dialer returns what connects. Addresses are checked when a connection is about
// to be made, so that it is the very address that is used, whatever the name
// resolved to before and wherever a redirect leads.
func dialer(allowPrivate bool) *net.Dialer {
	d := &net.Dialer{Timeout: connectTimeout}
	if !allowPrivate {
		d.ControlContext = func(_ context.Context, _, address string, _ syscall.RawConn) error {
			addr, err := netip.ParseAddrPort(address)
			if err != nil {
				return err
			}
			return checkAddr(addr.Addr())
		}
	}
	return d
}

func newTransport(d *net.Dialer) *http.Transport {
	return &http.Transport{
		DialContext:            d.DialContext,
		ForceAttemptHTTP2:      true,
		TLSHandshakeTimeout:    connectTimeout,
		ResponseHeaderTimeout:  headerTimeout,
		MaxResponseHeaderBytes: 256 << 10,
		MaxIdleConnsPerHost:    1,
		MaxIdleConns:           16,
		IdleConnTimeout:        connectTimeout,
	}
}

// checkAddr refuses an address that is not public.
func checkAddr(addr netip.Addr) error {
	if !public(addr) {
		return fmt.Errorf("%w (%s)", ErrPrivate, addr)
	}
	return nil
}

// checkName is checkAddr for what a proxy looks up: it sees addresses, and names
// that stand for one's own machine.
func checkName(host string) error {
	if addr, err := netip.ParseAddr(host); err == nil {
		return checkAddr(addr)
	}
	name := strings.ToLower(strings.TrimSuffix(host, "."))
	if name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return fmt.Errorf("%w (%s)", ErrPrivate, host)
	}
	return nil
}

// public reports whether an address is one of the public internet. Of IPv6, only
// what is given out as such (2000::/3) and what stands for a public one of IPv4.
func public(addr netip.Addr) bool {
	addr = addr.Unmap().WithZone("")
	if addr.Is4() {
		return !within(addr, reserved4)
	}
	if inner, ok := embedded(addr); ok {
		return public(inner)
	}
	return global6.Contains(addr) && !within(addr, reserved6)
}

// embedded returns the address of IPv4 to which one of IPv6 leads: NAT64 (RFC
// 6052) and 6to4 (RFC 3056).
func embedded(addr netip.Addr) (netip.Addr, bool) {
	b := addr.As16()
	switch {
	case nat64.Contains(addr):
		return netip.AddrFrom4([4]byte(b[12:])), true
	case sixToFour.Contains(addr):
		return netip.AddrFrom4([4]byte(b[2:6])), true
	}
	return addr, false
}

func within(addr netip.Addr, ranges []netip.Prefix) bool {
	for _, r := range ranges {
		if r.Contains(addr) {
			return true
		}
	}
	return false
}

func prefixes(texts ...string) []netip.Prefix {
	all := make([]netip.Prefix, len(texts))
	for i, text := range texts {
		all[i] = netip.MustParsePrefix(text)
	}
	return all
}

var (
	global6   = netip.MustParsePrefix("2000::/3")
	nat64     = netip.MustParsePrefix("64:ff9b::/96")
	sixToFour = netip.MustParsePrefix("2002::/16")

	// The special-purpose addresses of IANA's registries, multicast, and those by
	// which clouds tell their machines secrets, where these look public.
	reserved4 = prefixes(
		"0.0.0.0/8",        // this network
		"10.0.0.0/8",       // private
		"100.64.0.0/10",    // shared by a provider's customers
		"127.0.0.0/8",      // loopback
		"168.63.129.16/32", // a cloud's own services
		"169.254.0.0/16",   // link-local, metadata of clouds
		"172.16.0.0/12",    // private
		"192.0.0.0/24",     // protocol assignments
		"192.0.2.0/24",     // documentation
		"192.88.99.0/24",   // 6to4 relays, deprecated
		"192.168.0.0/16",   // private
		"198.18.0.0/15",    // benchmarks
		"198.51.100.0/24",  // documentation
		"203.0.113.0/24",   // documentation
		"224.0.0.0/4",      // multicast
		"240.0.0.0/4",      // reserved, broadcast
	)
	reserved6 = prefixes(
		"2001::/23",     // protocol assignments, Teredo
		"2001:db8::/32", // documentation
		"3fff::/20",     // documentation
	)
)
