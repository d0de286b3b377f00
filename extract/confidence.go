package extract

import "github.com/onrecord/onrecord"

// score returns the statement side's confidence in s: how often its rule is
// right on content and cues of that sort.
func (d *document) score(s *statement) float64 {
	r := ruleScores[s.rule]
	switch {
	case s.kind != onrecord.KindIndirect:
		return r.quoted
	case s.cue.Len() > 0 && saying[d.Lower(s.cue.End-1)]:
		return r.said
	}
	return r.other
}

// saying are the forms of the two plainest cues.
var saying = wordSet("say says said saying tell tells told telling")

// clamp returns f within 0 and 1.
func clamp(f float64) float64 { return min(max(f, 0), 1) }
