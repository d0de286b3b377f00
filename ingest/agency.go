package ingest

import (
	"errors"
	"fmt"
	"slices"

	"github.com/onrecord/onrecord/ingest/agency"
)

// isAgency reports whether a source is NITF or NewsML-G2, by its first element.
func isAgency(h head) bool {
	return h.begin[0] == '<' && slices.Contains(agency.Roots, rootElement(h.begin))
}

// agency reads the stories of an agency in XML.
func (s *source) agency(yield func(Item) bool) {
	bounded := &boundedReader{r: s.in, left: MaxItem}
	for story := range agency.XML(bounded, func() { bounded.left = MaxItem }) {
		item := Item{Where: s.at(s.line + story.Line), Format: story.Format, Article: story.Article, Err: agencyError(story.Err)}
		if !yield(item) {
			return
		}
	}
}

func ninjsItem(raw []byte, where string, yield func(Item) bool) bool {
	a, err := agency.Ninjs(raw)
	return yield(Item{Where: where, Article: a, Err: agencyError(err)})
}

// agencyError tells what is no fault of an item from what is.
func agencyError(err error) error {
	if errors.Is(err, agency.ErrOther) || errors.Is(err, agency.ErrWithdrawn) {
		return fmt.Errorf("%w: %w", ErrPassedOver, err)
	}
	return err
}
