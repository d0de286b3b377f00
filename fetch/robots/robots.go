// Package robots reads robots.txt files (RFC 9309): what a site lets a crawler
// fetch, and how often it may ask. Pure: no I/O.
package robots

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"time"
)

// MaxBytes is how much of a file is read; RFC 9309 asks for 500 KiB at least. A
// line that is cut off there does not count.
const MaxBytes = 500 << 10

// Rules are what a file says to one crawler. The zero value allows all.
type Rules struct {
	rules []rule
	// Delay is the longest Crawl-delay given: the least time between requests.
	// 0 where there is none.
	Delay time.Duration
}

// Parse reads what file says to the crawler with this product token, whose case
// does not count. All groups that name it count as one; where none does, those
// for "*". Lines that cannot be read are passed over. No error: any bytes are a
// robots.txt.
func Parse(file []byte, token string) Rules {
	if len(file) > MaxBytes {
		file = file[:MaxBytes]
		file = file[:bytes.LastIndexAny(file, "\r\n")+1]
	}
	p := parser{token: strings.ToLower(token)}
	for line := range bytes.FieldsFuncSeq(bytes.TrimPrefix(file, []byte("\uFEFF")), isBreak) {
		p.line(string(line))
	}
	if p.named {
		return p.own
	}
	return p.any
}

func isBreak(r rune) bool { return r == '\r' || r == '\n' }

// A parser goes through the lines of a file.
type parser struct {
	token string
	named bool // a group names the token
	own   Rules
	any   Rules
	// forOwn and forAny tell for whom the group is that is being read; inRules
	// that it has a rule, so that the next User-agent begins another.
	forOwn, forAny, inRules bool
}

func (p *parser) line(line string) {
	line, _, _ = strings.Cut(line, "#")
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		return
	}
	value = strings.TrimSpace(value)
	switch strings.ToLower(strings.TrimSpace(key)) {
	case "user-agent":
		p.agent(value)
	case "allow":
		p.rule(value, true)
	case "disallow":
		p.rule(value, false)
	case "crawl-delay":
		p.delay(value)
	}
}

func (p *parser) agent(value string) {
	if p.inRules {
		p.forOwn, p.forAny, p.inRules = false, false, false
	}
	if value == "*" {
		p.forAny = true
	}
	if strings.ToLower(product(value)) == p.token {
		p.forOwn, p.named = true, true
	}
}

// product returns the product token that an agent begins with: "onrecord" of
// "onrecord/1.0".
func product(agent string) string {
	end := strings.IndexFunc(agent, func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '-' || r == '_')
	})
	if end < 0 {
		return agent
	}
	return agent[:end]
}

func (p *parser) rule(path string, allow bool) {
	p.inRules = true
	if path == "" {
		return
	}
	r := newRule(path, allow)
	p.each(func(rules *Rules) { rules.rules = append(rules.rules, r) })
}

func (p *parser) delay(value string) {
	seconds, err := strconv.ParseFloat(value, 64)
	if err != nil || !(seconds > 0) {
		return
	}
	delay := time.Duration(min(seconds*float64(time.Second), math.MaxInt64/2))
	p.each(func(rules *Rules) { rules.Delay = max(rules.Delay, delay) })
}

// each calls f with the rules that the group being read adds to.
func (p *parser) each(f func(*Rules)) {
	if p.forOwn {
		f(&p.own)
	}
	if p.forAny {
		f(&p.any)
	}
}

// Allows reports whether the crawler may fetch a path with its query, escaped
// as it is sent ("/a%20b?c=d"). The longest rule that matches decides, of two as
// long the one that allows. /robots.txt may always be fetched.
func (r Rules) Allows(path string) bool {
	path = normal(path)
	if path == "/robots.txt" {
		return true
	}
	allow, longest := true, -1
	for _, rule := range r.rules {
		if n := rule.length; n < longest || n == longest && !rule.allow || !rule.matches(path) {
			continue
		}
		allow, longest = rule.allow, rule.length
	}
	return allow
}
