package index

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/onrecord/onrecord"
)

// An articlePlace is where an article is in a view: its document, behind which
// those of its claims stand, and behind them that of its text.
type articlePlace struct {
	segment  *segmentView
	document uint32
	stored   storedArticle
}

// article finds an article; ErrNotFound where there is none.
func (v *view) article(articleID string) (*articlePlace, error) {
	if !isArticleID(articleID) {
		return nil, onrecord.ErrNotFound // it might name a claim
	}
	for _, s := range v.segments {
		documents, err := s.segment.DocNumbers([]string{articleID})
		if err != nil {
			return nil, unavailable(err)
		}
		if documents = s.live(documents); documents.IsEmpty() {
			continue
		}
		a := &articlePlace{segment: s, document: documents.Minimum()}
		return a, s.payload(a.document, a.read)
	}
	return nil, onrecord.ErrNotFound
}

// read takes the article's payload.
func (a *articlePlace) read(payload []byte) (err error) {
	a.stored, err = decodeArticle(payload)
	return err
}

// errRecord is a record whose documents are not where they were written.
var errRecord = errors.New("a record is damaged")

// hasLeft reports whether what is left of the article's text is a document.
func (a *articlePlace) hasLeft() bool {
	next := uint64(a.document) + uint64(a.stored.Count) + 1
	if next >= a.segment.segment.Count() {
		return false
	}
	name, err := a.segment.segment.DocID(next)
	return err == nil && string(name) == textDocumentName(a.stored.Info.ID)
}

// documentNames returns the names of all documents of the record.
func (a *articlePlace) documentNames() ([]string, error) {
	last := uint64(a.document) + uint64(a.stored.Count)
	if a.hasLeft() {
		last++
	}
	if a.stored.Count < 0 || last >= a.segment.segment.Count() {
		return nil, unavailable(errRecord)
	}
	var names []string
	for document := uint64(a.document); document <= last; document++ {
		name, err := a.segment.segment.DocID(document)
		if err != nil {
			return nil, unavailable(err)
		}
		names = append(names, string(name))
	}
	return names, nil
}

// record reads the whole record.
func (a *articlePlace) record(ctx context.Context) (onrecord.Record, error) {
	r := a.stored.record()
	if a.stored.Count < 0 || uint64(a.document)+uint64(a.stored.Count) >= a.segment.segment.Count() {
		return r, unavailable(errRecord)
	}
	claims := make([]onrecord.Claim, a.stored.Count)
	var kept []sentence
	for i := range claims {
		if err := ctx.Err(); err != nil {
			return r, err
		}
		claim, apart, err := a.segment.readClaim(a.document + uint32(i) + 1)
		if err != nil {
			return r, err
		}
		if claim.Article.ID != r.Article.ID {
			return r, unavailable(errRecord)
		}
		claims[i] = claim
		if !apart {
			kept = append(kept, sentence{claim.Sentence, claim.SentenceText})
		}
	}
	if err := a.part(&r, claims); err != nil {
		return r, err
	}
	left, err := a.left()
	if err == nil {
		r.Article.Text, err = withSentences(left, a.stored.Length, kept)
	}
	if err != nil {
		return r, unavailable(err)
	}
	return r, nil
}

// part parts the claims of a record: former ones stand behind the others.
func (a *articlePlace) part(r *onrecord.Record, claims []onrecord.Claim) error {
	present := len(claims) - a.stored.Former
	if a.stored.Former < 0 || present < 0 {
		return unavailable(errRecord)
	}
	r.Claims = claims[:present:present]
	if a.stored.Former > 0 {
		r.Former = claims[present:]
	}
	return loadVersions(r, &a.stored)
}

// left reads what the text has besides the sentences of the claims.
func (a *articlePlace) left() (left []byte, err error) {
	if !a.hasLeft() {
		return nil, nil
	}
	err = a.segment.payload(a.document+uint32(a.stored.Count)+1, func(payload []byte) error {
		var stored storedText
		if err := decoding.Unmarshal(payload, &stored); err != nil {
			return fmt.Errorf("stored text: %w", err)
		}
		left, err = unpack(stored.Left)
		return err
	})
	return left, err
}

// claim reads a claim.
func (s *segmentView) claim(document uint32) (onrecord.Claim, error) {
	claim, _, err := s.readClaim(document)
	return claim, err
}

// readClaim reads a claim, and whether its sentence is apart from its article's
// text.
func (s *segmentView) readClaim(document uint32) (c onrecord.Claim, apart bool, err error) {
	place, name := 0, ""
	err = s.stored(document, func(id, payload []byte) error {
		stored, err := decodeClaim(payload)
		if err != nil {
			return err
		}
		name, place, apart = string(id), stored.Place, stored.Apart
		c, err = stored.claim()
		return err
	})
	if err != nil {
		return c, apart, err
	}
	if place < 1 || place > int(document) {
		return c, apart, unavailable(errRecord)
	}
	if c.State == onrecord.StatePresent {
		if c.Article, err = s.info(document - uint32(place)); err != nil {
			return c, apart, err
		}
	}
	claimID, isOf := strings.CutPrefix(name, claimDocumentName(c.Article.ID, ""))
	if !isOf {
		return c, apart, unavailable(errRecord)
	}
	c.ID = claimID
	return c, apart, nil
}

// maxRead bounds the articles that a view holds of a segment.
const maxRead = 256

// info returns the info of the article in a document.
func (s *segmentView) info(document uint32) (onrecord.ArticleInfo, error) {
	if info, ok := s.infos[document]; ok {
		return info, nil
	}
	var info onrecord.ArticleInfo
	err := s.payload(document, func(payload []byte) error {
		var stored struct {
			Info storedInfo `cbor:"1,keyasint"`
		}
		if err := decoding.Unmarshal(payload, &stored); err != nil {
			return fmt.Errorf("stored article: %w", err)
		}
		info = loadInfo(stored.Info)
		return nil
	})
	if err == nil && len(s.infos) < maxRead {
		if s.infos == nil {
			s.infos = make(map[uint32]onrecord.ArticleInfo)
		}
		s.infos[document] = info
	}
	return info, err
}
