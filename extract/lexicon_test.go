package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// TestVerbTables holds that every line of the tables is well formed and that
// no verb stands in two classes.
func TestVerbTables(t *testing.T) {
	class := make(map[string]string)
	for name, table := range map[string]string{"statement": statementVerbs, "speech": speechVerbs, "attitude": attitudeVerbs} {
		for line := range strings.Lines(table) {
			fields := strings.Fields(line)
			if len(fields) == 0 {
				continue
			}
			if len(fields) < 2 {
				t.Errorf("%s verb %q without complements", name, line)
				continue
			}
			for _, r := range fields[1] {
				if complementLetters[r] == 0 {
					t.Errorf("%s verb %q: complement %q is not known", name, fields[0], r)
				}
			}
			if other, ok := class[fields[0]]; ok {
				t.Errorf("verb %q stands twice, as %s and as %s", fields[0], other, name)
			}
			class[fields[0]] = name
		}
	}
}

func TestInflection(t *testing.T) {
	for lemma, want := range map[string]string{
		"say":    "say says said said saying",
		"deny":   "deny denies denied denied denying",
		"argue":  "argue argues argued argued arguing",
		"admit":  "admit admits admitted admitted admitting",
		"stress": "stress stresses stressed stressed stressing",
		"write":  "write writes wrote written writing",
		"agree":  "agree agrees agreed agreed agreeing",
	} {
		m := make(formTable)
		addVerb(m, &verb{lemma: lemma, act: onrecord.ActStatement})
		var got []string
		for _, f := range []form{baseForm, presentForm, pastForm, participleForm, gerundForm} {
			for w, entries := range m {
				if entries[0].form&f != 0 {
					got = append(got, w)
				}
			}
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lemma, diff)
		}
	}
}

// TestEveryRuleHasAScore holds the closed set of the rules against the table
// of their scores: a rule without one would give claims of no confidence.
func TestEveryRuleHasAScore(t *testing.T) {
	for _, r := range []rule{
		ruleQuoteSaidSpeaker, ruleQuoteSpeakerSaid, ruleSpeakerSaidQuote, ruleQuoteGoesOn, ruleQuoteParagraph, ruleQuoteFloating,
		ruleQuotePhrase, ruleSigned, ruleColonQuote, ruleContentSaidSpeaker, ruleContentSpeakerSaid, ruleSpeakerSaidThat, ruleSpeakerSaid,
		ruleSpeakerAsked, ruleSpeakerPromised, ruleSpeakerNoun, ruleSpeakerAbout, ruleSpeakerVerdict, ruleParticiple, rulePassive,
		ruleAccordingTo, ruleAsSaid, ruleNounThat, ruleTurn, ruleHeadlineColon, ruleGiven,
	} {
		s := ruleScores[r]
		for _, v := range []float64{s.quoted, s.said, s.other} {
			if v <= 0 || v > 1 {
				t.Errorf("rule %q has the score %v, want one in (0, 1]", r, s)
			}
		}
	}
}
