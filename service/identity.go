package service

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"

	"github.com/onrecord/onrecord"
)

// idBytes is how much of a SHA-256 makes an article's ID: 96 bits, so that no
// two of a billion articles meet by chance.
const idBytes = 12

// idEncoding writes IDs in a-z and 2-7.
var idEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// articleID makes the ID of an article from its URL, without one from the name
// that its source gives it, and without that from outlet, title and text.
func articleID(urlKey string, a onrecord.Article) string {
	var sum [sha256.Size]byte
	switch {
	case urlKey != "":
		sum = digest("url", urlKey)
	case a.SourceID != "":
		sum = digest("source", a.SourceID)
	default:
		sum = digest("text", a.Outlet, a.Title, a.Text)
	}
	return idEncoding.EncodeToString(sum[:idBytes])
}

// contentHash is the hash of everything that was taken in. A language that was
// worked out is not part of it, nor are the times of the last change and of
// fetching: some pages give another one each time that they are asked for.
func contentHash(urlKey string, a onrecord.Article) string {
	values := []string{urlKey, a.Outlet, a.Title, a.Language, a.Published.String(), a.Text}
	values = append(values, detailValues(a.Details)...)
	for _, g := range a.Given {
		values = append(values, fmt.Sprint("given ", g.Span.Start, g.Span.End, g.Confidence, g.Offset.Known, g.Offset.Time), g.Speaker)
	}
	sum := digest(values...)
	return hex.EncodeToString(sum[:])
}

// detailValues lists the details that there are, each behind its name.
func detailValues(d onrecord.Details) []string {
	var values []string
	add := func(name string, all ...string) {
		for _, v := range all {
			if v != "" {
				values = append(values, name, v)
			}
		}
	}
	add("author", d.Authors...)
	add("canonical", d.CanonicalURL)
	add("elsewhere", d.Elsewhere...)
	add("dateline", d.Dateline)
	add("slug", d.Slug)
	add("edition", d.Edition)
	add("source", d.SourceID)
	if d.UTCOffset != 0 {
		add("offset", d.UTCOffset.String())
	}
	if d.Urgency != 0 {
		add("urgency", fmt.Sprint(d.Urgency))
	}
	return values
}

// digest hashes several values, each with its length before it, so that no two
// lists of values hash alike.
func digest(values ...string) [sha256.Size]byte {
	var b []byte
	for _, v := range values {
		b = binary.AppendUvarint(b, uint64(len(v)))
		b = append(b, v...)
	}
	return sha256.Sum256(b)
}

// urlKey checks a URL and returns what is the same for all ways to write it:
// without scheme, default port, fragment, a slash at the end, and the
// parameters that only tell where a reader came from; other parameters in the
// order of their names.
func urlKey(field, raw string) (string, error) {
	if err := checkText(field, raw, MaxURLBytes); err != nil {
		return "", err
	}
	if raw = strings.TrimSpace(raw); raw == "" {
		return "", nil
	}
	u, err := url.Parse(raw)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return "", badField(field, "NOT_A_URL", "must be an absolute http or https URI, or empty")
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	values := u.Query()
	for name := range values {
		if isTracking(strings.ToLower(name)) {
			values.Del(name)
		}
	}
	key := host + strings.TrimRight(u.EscapedPath(), "/")
	if len(values) > 0 {
		key += "?" + values.Encode()
	}
	return key, nil
}

// isTracking tells of the parameters that mail and advertising systems add to
// the address of a page.
func isTracking(name string) bool {
	switch name {
	case "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid":
		return true
	}
	return strings.HasPrefix(name, "utm_")
}
