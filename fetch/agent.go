package fetch

import (
	"fmt"
	"strings"

	"github.com/onrecord/onrecord"
)

// userAgent writes "OnRecord/1.2 (+https://example.org/about)".
func userAgent(version, contact string) (string, error) {
	for _, r := range contact {
		if r <= ' ' || r >= 0x7f || r == '(' || r == ')' || r == '\\' {
			return "", &onrecord.FieldError{Field: "contact", Reason: "NOT_A_CONTACT",
				Detail: "must be the address of a page or a mailbox, without spaces, brackets and letters that are not ASCII"}
		}
	}
	product := Token
	if version = strings.Map(tokenRune, version); version != "" {
		product += "/" + version
	}
	return fmt.Sprintf("%s (+%s)", product, contact), nil
}

// tokenRune drops what no version in a user agent may hold.
func tokenRune(r rune) rune {
	if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune(".-_+", r) {
		return r
	}
	return -1
}

// check refuses what no Fetcher can do.
func (c Config) check() error {
	for field, n := range map[string]int64{"pace": int64(c.Pace), "hosts": int64(c.Hosts), "page_bytes": c.PageBytes, "dump_bytes": c.DumpBytes} {
		if n < 0 {
			return &onrecord.FieldError{Field: field, Reason: "NEGATIVE", Detail: "must be 0 (for the default) or more"}
		}
	}
	return nil
}
