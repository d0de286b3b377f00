package service

import (
	"strings"
	"time"
	"unicode"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
)

// A Draft is an article as it is handed in.
type Draft struct {
	URL       string        // where it was published: absolute, http or https; may be empty
	Outlet    string        // the publication's name; may be empty
	Title     string        // the headline; may be empty
	Language  string        // BCP 47 tag; empty or "und": it is worked out
	Published onrecord.Date // may be unknown
	Details   onrecord.Details
	Text      string
	Given     []onrecord.Given // by spans of Text as it is handed in
}

// DraftOf returns the draft of an article that is not stored yet.
func DraftOf(a onrecord.Article) Draft {
	return Draft{
		URL: a.URL, Outlet: a.Outlet, Title: a.Title, Language: a.Language, Published: a.Published,
		Details: a.Details, Text: a.Text, Given: a.Given,
	}
}

// article checks the draft and returns the article to be stored, its version
// and the time of taking it in apart. now bounds the published date.
func (d Draft) article(now time.Time) (onrecord.Article, error) {
	key, err := urlKey("article.uri", d.URL)
	if err != nil {
		return onrecord.Article{}, err
	}
	outlet, err := line("article.outlet", d.Outlet, MaxOutletBytes)
	if err != nil {
		return onrecord.Article{}, err
	}
	title, err := line("article.title", d.Title, MaxTitleBytes)
	if err != nil {
		return onrecord.Article{}, err
	}
	if err := checkLanguage(d.Language); err != nil {
		return onrecord.Article{}, err
	}
	published, err := checkPublished("article.published_time", d.Published, now)
	if err != nil {
		return onrecord.Article{}, err
	}
	details, err := cleanDetails(d.Details, now)
	if err != nil {
		return onrecord.Article{}, err
	}
	text, err := cleanText("article.text", d.Text)
	if err != nil {
		return onrecord.Article{}, err
	}
	given, err := cleanGiven(d.Given, d.Text)
	if err != nil {
		return onrecord.Article{}, err
	}
	a := onrecord.Article{Text: text, Details: details, Given: given, ArticleInfo: onrecord.ArticleInfo{
		URL: strings.TrimSpace(d.URL), Outlet: outlet, Title: title, Language: d.Language, Published: published,
	}}
	a.ID = articleID(key, a)
	a.Hash = contentHash(key, a)
	if a.Language == "" || a.Language == undetermined {
		a.Language = extract.Language(text)
	}
	return a, nil
}

// line checks a value of one line and makes one space of every run of them.
func line(field, value string, most int) (string, error) {
	if err := checkText(field, value, most); err != nil {
		return "", err
	}
	value = strings.Join(strings.Fields(value), " ")
	if i := strings.IndexFunc(value, unicode.IsControl); i >= 0 {
		return "", badField(field, "CONTROL_CHARACTER", "must not hold control characters; the byte at %d is one", i)
	}
	return value, nil
}

// checkLanguage refuses what is no language tag by its form: letters and
// digits in groups of 1 to 8 with hyphens between, the first of 2 or 3 letters.
func checkLanguage(tag string) error {
	if tag == "" {
		return nil
	}
	bad := len(tag) > MaxLanguageBytes
	for i, part := range strings.Split(tag, "-") {
		bad = bad || part == "" || len(part) > 8 || strings.ContainsFunc(part, notAlphanumeric)
		bad = bad || i == 0 && (len(part) < 2 || len(part) > 3 || strings.ContainsAny(part, "0123456789"))
	}
	if bad {
		return badField("article.language_code", "NOT_A_LANGUAGE", "must be a BCP 47 tag such as en or pt-BR, of at most %d bytes", MaxLanguageBytes)
	}
	return nil
}

func notAlphanumeric(r rune) bool {
	return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9')
}

// undetermined is the language tag of a text that is not known to be in any.
const undetermined = "und"

// isEnglish reports whether a language tag is one of English.
func isEnglish(tag string) bool {
	primary, _, _ := strings.Cut(tag, "-")
	return strings.EqualFold(primary, "en")
}

// checkPublished refuses dates of the far future and past, and brings the rest
// to the first instant (UTC) of the period they name.
func checkPublished(field string, d onrecord.Date, now time.Time) (onrecord.Date, error) {
	t := d.Time.UTC()
	switch d.Precision {
	case onrecord.PrecisionUnknown:
		return onrecord.Date{}, nil
	case onrecord.PrecisionYear:
		t = time.Date(t.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	case onrecord.PrecisionMonth:
		t = time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	case onrecord.PrecisionDay:
		t = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	case onrecord.PrecisionInstant:
	default:
		return onrecord.Date{}, badField(field, "UNKNOWN_PRECISION", "must have a precision of year, month, day or instant")
	}
	if t.After(now.Add(MaxAhead)) {
		return onrecord.Date{}, badField(field, "IN_FUTURE", "must be at most %d hours from now; %s is later", int(MaxAhead.Hours()), onrecord.Date{Time: t, Precision: d.Precision})
	}
	if t.Year() < onrecord.MinYear {
		return onrecord.Date{}, badField(field, "TOO_EARLY", "must be in the year %d or later, not %d", onrecord.MinYear, t.Year())
	}
	return onrecord.Date{Time: t, Precision: d.Precision}, nil
}

// cleanText checks a text and returns it as it is stored: without a byte order
// mark at its beginning, and with "\n" for each line end ("\r\n", "\r").
func cleanText(field, text string) (string, error) {
	if err := checkText(field, text, MaxTextBytes); err != nil {
		return "", err
	}
	text = strings.TrimPrefix(text, "\uFEFF")
	if strings.TrimSpace(text) == "" {
		return "", badField(field, "EMPTY", "must have at least one character that is no space")
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), nil
}
