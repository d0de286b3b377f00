package agency

import (
	"encoding/json"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/ingest/page"
)

// IsNinjs reports whether a JSON object is an item of ninjs, by its names: a uri
// and what no other format has.
func IsNinjs(object map[string]json.RawMessage) bool {
	if object["uri"] == nil || object["text"] != nil {
		return false
	}
	for _, name := range []string{"versioncreated", "versionCreated", "body_text", "body_html", "body_xhtml", "bodies", "headlines", "pubstatus", "pubStatus", "representationtype"} {
		if object[name] != nil {
			return true
		}
	}
	return false
}

// texts are the values of one property in ninjs 2, each for a role: an array of
// objects, or in ninjs 1 one string.
type texts []roleText

type roleText struct {
	Role, ContentType, Value string
}

// UnmarshalJSON takes what is neither as nothing.
func (t *texts) UnmarshalJSON(raw []byte) error {
	var one string
	if json.Unmarshal(raw, &one) == nil {
		*t = texts{{Value: one}}
		return nil
	}
	var several []roleText
	_ = json.Unmarshal(raw, &several) // else there are none
	*t = several
	return nil
}

// main returns the value for the role "main", or else the first.
func (t texts) main() roleText {
	for _, v := range t {
		if strings.EqualFold(v.Role, "main") {
			return v
		}
	}
	if len(t) > 0 {
		return t[0]
	}
	return roleText{}
}

// ninjs has the properties of both versions; encoding/json matches names in any
// case: ninjs 2 has camel case from 2.1 on.
type ninjs struct {
	URI, Type, PubStatus, Language, Version          scalar
	FirstCreated, VersionCreated, ContentCreated     scalar
	Urgency, Slugline, Byline, Located, Headline     scalar
	CopyrightHolder, Provider                        scalar
	BodyText                                         string `json:"body_text"`
	BodyHTML                                         string `json:"body_html"`
	BodyXHTML                                        string `json:"body_xhtml"`
	Headlines, Bodies, Bylines, Sluglines, Datelines texts
	InfoSources                                      []struct{ Name, Role string }
}

// A scalar is a string or a number, as words; anything else is nothing.
type scalar string

// UnmarshalJSON implements json.Unmarshaler.
func (s *scalar) UnmarshalJSON(raw []byte) error {
	var words string
	var number json.Number
	switch {
	case json.Unmarshal(raw, &words) == nil:
		*s = scalar(words)
	case json.Unmarshal(raw, &number) == nil:
		*s = scalar(number)
	}
	return nil
}

// Ninjs reads one item of ninjs.
func Ninjs(raw []byte) (onrecord.Article, error) {
	var n ninjs
	if err := json.Unmarshal(raw, &n); err != nil {
		return onrecord.Article{}, err
	}
	if err := withdrawn(string(n.PubStatus)); err != nil {
		return onrecord.Article{}, err
	}
	if t := strings.ToLower(string(n.Type)); t != "" && t != "text" {
		return onrecord.Article{}, ErrOther
	}
	s := story{
		id: string(n.URI), version: string(n.Version), headline: firstOf(string(n.Headline), n.Headlines.main().Value),
		slug: firstOf(string(n.Slugline), n.Sluglines.main().Value), dateline: firstOf(n.Datelines.main().Value, string(n.Located)),
		language: string(n.Language), urgency: string(n.Urgency), published: firstOf(string(n.FirstCreated), string(n.ContentCreated), string(n.VersionCreated)),
		modified: string(n.VersionCreated), provider: firstOf(string(n.Provider), string(n.CopyrightHolder)), body: n.body(),
	}
	for _, source := range n.InfoSources {
		if strings.EqualFold(source.Role, "provider") || len(n.InfoSources) == 1 {
			s.provider = source.Name
		}
	}
	if s.bylines = []string{string(n.Byline)}; n.Byline == "" {
		s.bylines = nil
		for _, b := range n.Bylines {
			s.bylines = append(s.bylines, b.Value)
		}
	}
	return s.article()
}

// body returns the text: markup, which has paragraphs for sure, before plain.
func (n *ninjs) body() string {
	if markup := firstOf(n.BodyXHTML, n.BodyHTML); markup != "" {
		return page.Text(markup)
	}
	body := n.Bodies.main()
	for _, b := range n.Bodies {
		if strings.Contains(b.ContentType, "html") {
			body = b
		}
	}
	if strings.Contains(body.ContentType, "html") || strings.Contains(body.Value, "</p>") {
		return page.Text(body.Value)
	}
	return strings.ReplaceAll(firstOf(n.BodyText, body.Value), "\r\n", "\n")
}
