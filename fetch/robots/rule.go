package robots

import "strings"

// A rule allows or disallows the paths that begin with a pattern.
type rule struct {
	allow    bool
	length   int      // of the pattern, in bytes: the longest decides
	parts    []string // between its stars
	anchored bool     // the path ends where the pattern does
}

func newRule(pattern string, allow bool) rule {
	pattern, anchored := strings.CutSuffix(pattern, "$")
	var parts []string
	length := strings.Count(pattern, "*")
	for part := range strings.SplitSeq(pattern, "*") {
		part = normal(part)
		length += len(part)
		parts = append(parts, part)
	}
	if anchored {
		length++
	}
	return rule{allow, length, parts, anchored}
}

// matches reports whether the rule is about a path in its normal form. Each part
// is looked for once, from where the one before it ends: no pattern is slow.
func (r rule) matches(path string) bool {
	rest, ok := strings.CutPrefix(path, r.parts[0])
	if !ok {
		return false
	}
	last := len(r.parts) - 1
	for i, part := range r.parts[1:] {
		if r.anchored && i+1 == last {
			return strings.HasSuffix(rest, part)
		}
		at := strings.Index(rest, part)
		if at < 0 {
			return false
		}
		rest = rest[at+len(part):]
	}
	return !r.anchored || last > 0 || rest == ""
}

const hexDigits = "0123456789ABCDEF"

// normal writes a path so that equal ones have equal bytes: what is unreserved
// (RFC 3986) stands as it is, what no path may hold is percent-encoded, and so
// are the star and the dollar, which are signs of a pattern.
func normal(path string) string {
	var b strings.Builder
	b.Grow(len(path))
	for i := 0; i < len(path); i++ {
		c := path[i]
		encoded := false
		if c == '%' && i+2 < len(path) {
			high, low := strings.IndexByte(hexDigits, upper(path[i+1])), strings.IndexByte(hexDigits, upper(path[i+2]))
			if encoded = high >= 0 && low >= 0; encoded {
				c = byte(high<<4 | low)
				i += 2
			}
		}
		switch {
		case unreserved(c), !encoded && c > ' ' && c < 0x7f && c != '*' && c != '$':
			b.WriteByte(c)
		default:
			b.Write([]byte{'%', hexDigits[c>>4], hexDigits[c&15]})
		}
	}
	return b.String()
}

func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}

func unreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~", c) >= 0
}
