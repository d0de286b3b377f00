package robots

import (
	"strings"
	"testing"
	"time"
)

func TestAllows(t *testing.T) {
	for _, tt := range []struct {
		name, file string
		allowed    string // paths
		refused    string
	}{
		{"nothing", "", "/ /a", ""},
		{"no file at all", "<!DOCTYPE html>\n<html><body>User agent: none</body></html>", "/ /a", ""},
		{"all is forbidden", "User-agent: *\nDisallow: /", "/robots.txt", "/ /a /robots.txt?a"},
		{"an empty Disallow forbids nothing", "User-agent: *\nDisallow:", "/ /a", ""},
		{"by the beginning", "User-agent: *\nDisallow: /a/b", "/ /a /a/ /A/B", "/a/b /a/bc /a/b/c /a/b?c"},
		{"a path without a slash is none", "User-agent: *\nDisallow: a", "/a /", ""},
		{"the longest decides", "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c", "/ /a/b /a/b/d", "/a /a/c /a/b/c"},
		{"of two as long the one that allows", "User-agent: *\nAllow: /a\nDisallow: /a\nDisallow: /b\nAllow: /b", "/a /b", ""},
		{"with a star", "User-agent: *\nDisallow: /*/private\nDisallow: *.pdf", "/private /a/b", "/a/private /a/b/private/c /x.pdf /a/x.pdf?y"},
		{"with an end", "User-agent: *\nDisallow: /*.json$\nDisallow: /a$", "/a/ /x.json?y /x.jsonl", "/a /x.json /x.json.json"},
		{"an end by itself", "User-agent: *\nDisallow: /$", "/a", "/"},
		{"stars are long", "User-agent: *\nAllow: /page\nDisallow: /*.htm", "/page", "/page.htm"},
		{"a dollar within", "User-agent: *\nDisallow: /a$b", "/a /ab", "/a$b /a%24b"},
		{"what signs stand for", "User-agent: *\nDisallow: /a%2Ab", "/a/b /axb", "/a*b /a%2ab"},
		{"escaped or not", "User-agent: *\nDisallow: /caf%C3%A9\nDisallow: /straße\nDisallow: /%61\nDisallow: /q%2Fr", "/q/r", "/caf%c3%a9 /café /stra%C3%9Fe /a /%61 /q%2fr"},
		{"an escape that is none", "User-agent: *\nDisallow: /100%", "/100", "/100% /100%zz"},
		{"a group of our own", "User-agent: *\nDisallow: /\n\nUser-agent: OnRecord\nDisallow: /a", "/ /b", "/a"},
		{"a group of our own that forbids nothing", "User-agent: onrecord\nDisallow:\n\nUser-agent: *\nDisallow: /", "/ /a", ""},
		{"a group of our own without rules", "User-agent: *\nDisallow: /\n\nUser-agent: onrecord", "/ /a", ""},
		{"with a version", "User-agent: ONRECORD/2.0\nDisallow: /a", "/", "/a"},
		{"others", "User-agent: on\nDisallow: /a\nUser-agent: onrecords\nDisallow: /b\nUser-agent: record\nDisallow: /c", "/a /b /c", ""},
		{"for several", "User-agent: other\nUser-agent: onrecord\n\nDisallow: /a\nUser-agent: third\nDisallow: /b", "/b", "/a"},
		{"our groups are one", "User-agent: onrecord\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: onrecord\nDisallow: /c", "/b", "/a /c"},
		{"groups for all are one", "User-agent: *\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: *\nDisallow: /c", "/b", "/a /c"},
		{"rules without a group", "Disallow: /a\nUser-agent: *\nDisallow: /b", "/a", "/b"},
		{"other lines do not part a group", "User-agent: *\nSitemap: https://herald.example/map\nUser-agent: other\nDisallow: /a", "/", "/a"},
		{"comments, spaces, all kinds of line ends", "\uFEFF# no\r user-AGENT : * # all\r\nDISALLOW\t:\t/a # secret\n\nnonsense\nDisallow: /b", "/ /c", "/a /b"},
		{"one slow pattern", "User-agent: *\nDisallow: /" + strings.Repeat("a*", 20_000) + "b", "/" + strings.Repeat("a", 10_000), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rules := Parse([]byte(tt.file), "OnRecord")
			for _, path := range strings.Fields(tt.allowed) {
				if !rules.Allows(path) {
					t.Errorf("%s is refused, want it allowed", path)
				}
			}
			for _, path := range strings.Fields(tt.refused) {
				if rules.Allows(path) {
					t.Errorf("%s is allowed, want it refused", path)
				}
			}
		})
	}
}

func TestDelay(t *testing.T) {
	for _, tt := range []struct {
		name, file string
		want       time.Duration
	}{
		{"none", "User-agent: *\nDisallow: /a", 0},
		{"seconds", "User-agent: *\nCrawl-delay: 2.5", 2500 * time.Millisecond},
		{"the longest", "User-agent: *\nCrawl-delay: 3\nCrawl-delay: 2", 3 * time.Second},
		{"of others", "User-agent: *\nCrawl-delay: 3\nDisallow:\nUser-agent: onrecord\nDisallow: /a", 0},
		{"no number", "User-agent: *\nCrawl-delay: soon\nCrawl-delay: -1\nCrawl-delay: NaN", 0},
	} {
		if got := Parse([]byte(tt.file), "onrecord").Delay; got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
	if got := Parse([]byte("User-agent: *\nCrawl-delay: 1e300"), "onrecord").Delay; got < time.Hour {
		t.Errorf("for ever: got %v", got)
	}
}

func TestTooLong(t *testing.T) {
	head := "User-agent: *\nDisallow: /a\n"
	file := head + "#" + strings.Repeat("x", MaxBytes-len(head)-len("#\nDisallow: /b")) + "\nDisallow: /bcd\nDisallow: /e\n"
	rules := Parse([]byte(file), "onrecord")
	for path, want := range map[string]bool{"/a": false, "/b": true, "/bcd": true, "/e": true} {
		if got := rules.Allows(path); got != want {
			t.Errorf("%s: got %v, want %v", path, got, want)
		}
	}
}

// FuzzParse reads any bytes: nothing panics, a file that names no one allows
// all, and how a path is escaped does not count.
func FuzzParse(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /a*b$\nCrawl-delay: 1"), "/a%2Ab?c")
	f.Add([]byte("user-agent: onrecord\nallow: /%zz\n"), "/%")
	f.Add([]byte("\uFEFFUser-agent: on\r\nDisallow: *"), "")
	f.Fuzz(func(t *testing.T, file []byte, path string) {
		rules := Parse(file, "onrecord")
		if rules.Delay < 0 {
			t.Errorf("a delay of %v", rules.Delay)
		}
		got := rules.Allows(path)
		if again := rules.Allows(normal(path)); again != got {
			t.Errorf("%q: %v, and in its normal form %v", path, got, again)
		}
		if !got && !strings.Contains(strings.ToLower(string(file)), "disallow") {
			t.Errorf("%q is refused without a Disallow", path)
		}
	})
}
