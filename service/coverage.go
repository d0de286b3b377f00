package service

import (
	"context"
	"fmt"
	"strings"

	"github.com/onrecord/onrecord"
)

// coverage says what an answer was drawn from; speaker is the one that was
// asked about, as resource name or as words of the name, or empty.
func (s *Service) coverage(ctx context.Context, speaker string) (onrecord.Coverage, error) {
	var ids []string
	id, byID := strings.CutPrefix(speaker, "speakers/")
	if byID {
		ids = s.directory.aliases(id)
	}
	c, err := s.index.Coverage(ctx, ids...)
	if err != nil {
		return onrecord.Coverage{}, fmt.Errorf("coverage: %w", err)
	}
	if speaker == "" || byID {
		return c, nil
	}
	node, err := speakerNode(s.directory, "speaker", speaker)
	if err != nil {
		return onrecord.Coverage{}, err
	}
	counted, err := s.index.Search(ctx, onrecord.Request{Query: node})
	if err != nil {
		return onrecord.Coverage{}, fmt.Errorf("coverage of %q: %w", speaker, err)
	}
	c.SpeakerClaims = counted.Total
	return c, nil
}
