// Package agency reads the stories of news agencies in IPTC's formats: ninjs 1
// and 2 (JSON), NewsML-G2 and NITF (XML). Pure but for reading.
package agency

import (
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/ingest/page"
	"github.com/onrecord/onrecord/ingest/when"
)

// The reasons why there is no article in an item that can be read.
var (
	// ErrOther: the item is no text, but a picture, a package or the like.
	ErrOther = errors.New("no story in text")
	// ErrWithdrawn: the agency says that the story must not be used.
	ErrWithdrawn = errors.New("withdrawn by the agency")
	// ErrNoBody: the story has no text.
	ErrNoBody = errors.New("a story without a body")
)

// A story is what an agency's item tells, in words.
type story struct {
	id, version         string
	headline, slug      string
	dateline, language  string
	provider, urgency   string
	published, modified string
	bylines             []string
	body                string // paragraphs with blank lines between
}

// article returns the article of a story.
func (s story) article() (onrecord.Article, error) {
	a := onrecord.Article{ArticleInfo: onrecord.ArticleInfo{
		Outlet: page.Line(s.provider), Title: page.Line(s.headline), Language: page.LanguageTag(s.language),
	}, Text: strings.TrimSpace(s.body)}
	if isAddress(s.id) {
		a.URL = s.id
	} else {
		a.SourceID = page.Line(s.id)
	}
	a.Edition, a.Slug, a.Dateline = page.Line(s.version), page.Line(s.slug), strings.TrimRight(page.Line(s.dateline), " -–—")
	a.Published, _ = when.Parse(s.published)
	a.UTCOffset = when.Offset(s.published)
	a.Modified, _ = when.Parse(s.modified)
	if !a.Published.Known() {
		a.Published = a.Modified
	}
	if n, err := strconv.Atoi(strings.TrimSpace(s.urgency)); err == nil && n >= 1 && n <= 9 {
		a.Urgency = n
	}
	for _, b := range s.bylines {
		a.Authors = append(a.Authors, page.Names(b)...)
	}
	if a.Text == "" {
		return a, ErrNoBody
	}
	return a, nil
}

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != ""
}

func firstOf(values ...string) string {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			return v
		}
	}
	return ""
}

// withdrawn returns ErrWithdrawn for the statuses that mean so.
func withdrawn(status string) error {
	status = strings.ToLower(status[strings.LastIndexByte(status, ':')+1:]) // "stat:canceled"
	if status == "canceled" || status == "cancelled" || status == "withheld" {
		return fmt.Errorf("%w: %s", ErrWithdrawn, status)
	}
	return nil
}
