package index

import (
	"context"
	"fmt"
	"strings"

	"github.com/onrecord/onrecord"
)

// The bounds of a record.
const (
	MaxClaims    = 20_000   // claims of one article, and former ones
	MaxVersions  = 1000     // earlier versions of one article
	MaxTextBytes = 16 << 20 // of an article's text, and of those of its earlier versions together
	maxIDBytes   = 128
)

// Put is onrecord.Store's. The claims are stored as claims of the record's
// article, whatever their Article says; former ones as they are. Where it fails with ErrUnavailable, or
// the context ends, the write may have happened all the same: Record tells.
func (x *Index) Put(ctx context.Context, r onrecord.Record) error {
	if err := checkRecord(&r); err != nil {
		return err
	}
	w, err := newPut(ctx, &r)
	if err == nil {
		x.fingerprints.add(w.fingerprints)
		err = x.submit(w)
	}
	if err != nil {
		return fmt.Errorf("put %s: %w", onrecord.ArticleName(r.Article.ID), err)
	}
	return nil
}

// Delete is onrecord.Store's.
func (x *Index) Delete(ctx context.Context, articleID string) error {
	if err := x.submit(&write{ctx: ctx, articleID: articleID}); err != nil {
		return fmt.Errorf("delete %s: %w", onrecord.ArticleName(articleID), err)
	}
	return nil
}

// newPut makes the documents of a record: the caller's goroutine does the
// analysis, not the one that commits.
func newPut(ctx context.Context, r *onrecord.Record) (*write, error) {
	w := &write{ctx: ctx, articleID: r.Article.ID, revision: r.Revision}
	article, err := articleDocument(r)
	if err != nil {
		return nil, err
	}
	w.documents = append(w.documents, article)
	var kept []sentence
	for i := range r.Claims {
		claim := r.Claims[i]
		claim.Article = r.Article.ArticleInfo
		apart := isApart(r.Article.Text, &claim)
		if !apart {
			kept = append(kept, sentence{claim.Sentence, claim.SentenceText})
		}
		if err := w.addClaim(&claim, apart); err != nil {
			return nil, err
		}
	}
	for i := range r.Former {
		if err := w.addClaim(&r.Former[i], true); err != nil {
			return nil, err
		}
	}
	if left := withoutSentences(r.Article.Text, kept); left != "" {
		d, err := textDocument(r, left)
		if err != nil {
			return nil, err
		}
		w.documents = append(w.documents, d)
	}
	for _, d := range w.documents {
		w.bytes += d.size
	}
	return w, nil
}

// addClaim adds the document of a claim: it stands behind those that are there.
func (w *write) addClaim(c *onrecord.Claim, apart bool) error {
	d, err := claimDocument(c, len(w.documents), apart)
	if err != nil {
		return err
	}
	w.fingerprints = append(w.fingerprints, d.fingerprints...)
	w.documents = append(w.documents, d)
	return nil
}

// checkRecord checks what the index relies on. What makes an article or a
// claim good is for others to say.
func checkRecord(r *onrecord.Record) error {
	article := &r.Article
	switch {
	case !isArticleID(article.ID):
		return &onrecord.FieldError{Field: "article.id", Reason: "INVALID_ID",
			Detail: fmt.Sprintf("must be 1 to %d characters a-z 0-9", maxIDBytes)}
	case article.Version < 1:
		return &onrecord.FieldError{Field: "article.version", Reason: "OUT_OF_RANGE", Detail: "must be 1 or more"}
	case r.Revision < 1:
		return &onrecord.FieldError{Field: "revision", Reason: "OUT_OF_RANGE", Detail: "must be 1 or more"}
	case len(article.Text) > MaxTextBytes:
		return &onrecord.FieldError{Field: "article.text", Reason: "TOO_LONG",
			Detail: fmt.Sprintf("must have at most %d bytes", MaxTextBytes)}
	case len(r.Claims) > MaxClaims:
		return &onrecord.FieldError{Field: "claims", Reason: "TOO_MANY",
			Detail: fmt.Sprintf("must be at most %d", MaxClaims)}
	}
	if err := checkDate("article.published", article.Published); err != nil {
		return err
	}
	seen := make(map[string]bool, len(r.Claims)+len(r.Former))
	for i := range r.Claims {
		path := fmt.Sprintf("claims[%d]", i)
		if r.Claims[i].State != onrecord.StatePresent {
			return &onrecord.FieldError{Field: path + ".state", Reason: "FORMER", Detail: "must be present; former claims stand apart"}
		}
		if err := checkClaim(path, &r.Claims[i], seen); err != nil {
			return err
		}
	}
	return checkPast(r, seen)
}

// checkPast checks what a record has of earlier versions.
func checkPast(r *onrecord.Record, seen map[string]bool) error {
	if len(r.Former) > MaxClaims {
		return &onrecord.FieldError{Field: "former", Reason: "TOO_MANY", Detail: fmt.Sprintf("must be at most %d", MaxClaims)}
	}
	for i := range r.Former {
		c, path := &r.Former[i], fmt.Sprintf("former[%d]", i)
		switch {
		case c.Article.ID != r.Article.ID:
			return &onrecord.FieldError{Field: path + ".article.id", Reason: "OTHER_ARTICLE", Detail: "must be that of the record"}
		case c.State != onrecord.StateEdited && c.State != onrecord.StateRemoved:
			return &onrecord.FieldError{Field: path + ".state", Reason: "NOT_FORMER", Detail: "must be edited or removed"}
		}
		if err := checkDate(path+".article.published", c.Article.Published); err != nil {
			return err
		}
		if err := checkClaim(path, c, seen); err != nil {
			return err
		}
	}
	bytes := 0
	for i := range r.Versions {
		bytes += len(r.Versions[i].Text)
	}
	if len(r.Versions) > MaxVersions || bytes > MaxTextBytes {
		return &onrecord.FieldError{Field: "versions", Reason: "TOO_MANY",
			Detail: fmt.Sprintf("must be at most %d with texts of at most %d bytes together", MaxVersions, MaxTextBytes)}
	}
	return nil
}

func checkClaim(path string, c *onrecord.Claim, seen map[string]bool) error {
	switch {
	case c.ID == "" || len(c.ID) > maxIDBytes || strings.Contains(c.ID, "/"):
		return &onrecord.FieldError{Field: path + ".id", Reason: "INVALID_ID",
			Detail: fmt.Sprintf("must be 1 to %d bytes without a slash", maxIDBytes)}
	case seen[c.ID]:
		return &onrecord.FieldError{Field: path + ".id", Reason: "DUPLICATE",
			Detail: fmt.Sprintf("must be unique in the article; %q is not", c.ID)}
	case c.Kind < onrecord.KindUnknown || c.Kind > onrecord.KindMixed:
		return &onrecord.FieldError{Field: path + ".kind", Reason: "UNKNOWN", Detail: "must be one of the kinds"}
	}
	seen[c.ID] = true
	return checkDate(path+".said", c.Said)
}

// checkDate refuses a precision that there is not, and a known date at the
// zero time: an order could not tell it from an unknown one.
func checkDate(path string, d onrecord.Date) error {
	if d.Precision < onrecord.PrecisionUnknown || d.Precision > onrecord.PrecisionInstant {
		return &onrecord.FieldError{Field: path, Reason: "UNKNOWN_PRECISION", Detail: "must have one of the precisions"}
	}
	if d.Known() && d.Time.IsZero() {
		return &onrecord.FieldError{Field: path, Reason: "ZERO_TIME", Detail: "must have a time where it has a precision"}
	}
	return nil
}

func isArticleID(id string) bool {
	for i := range len(id) {
		if b := id[i]; (b < 'a' || b > 'z') && (b < '0' || b > '9') {
			return false
		}
	}
	return id != "" && len(id) <= maxIDBytes
}
