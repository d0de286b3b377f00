package extract

import (
	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/resolve"
	"github.com/onrecord/onrecord/extract/internal/setting"
)

// attribute finds the speaker, and the circumstances told of, of each of the
// statements of an article that came out at a time. They are in text order, and so is the answer.
func attribute(d *document, published onrecord.Date, statements []statement) []attribution {
	out := make([]attribution, len(statements))
	if len(statements) == 0 {
		return out
	}
	article := names.Find(d.Document)
	outer := nesting(statements)
	choices := resolve.Speakers(d.Document, article, d.sources(statements, outer))
	for i, s := range statements {
		a := &out[i]
		a.speaker, a.candidates, a.certainty = choices[i].Speaker, choices[i].Others, choices[i].Certainty
		switch {
		case s.shown.Len() > 0:
			a.mention = d.span(s.shown)
		case s.mention.Len() > 0:
			a.mention = d.span(s.mention)
		case s.heir >= 0 && !s.goesOn && statements[s.heir].mention.Len() > 0:
			a.mention = d.span(statements[s.heir].mention)
		case s.heir >= 0:
			a.mention = out[s.heir].mention
		}
		d.situate(a, article, published, s)
		if s.heir >= 0 && (s.goesOn || a.venue == "" && a.saidText == "" && d.sameSentence(s, statements[s.heir])) {
			a.takeOver(&out[s.heir], s.goesOn)
		}
		if o := outer[i]; o >= 0 && a.reportedVia == "" {
			if via := out[o].speaker; via.Type == onrecord.SpeakerOrganization && via.Name != a.speaker.Name {
				a.reportedVia = via.Name
			}
		}
	}
	return out
}

// takeOver gives a the circumstances of an earlier statement where it has none
// of its own; through whom it was reported only where both are one utterance.
func (a *attribution) takeOver(from *attribution, sameUtterance bool) {
	if a.venue == "" {
		a.venue = from.venue
	}
	if a.saidText == "" {
		a.saidText, a.said = from.saidText, from.said
	}
	if sameUtterance && a.reportedVia == "" {
		a.reportedVia = from.reportedVia
	}
}

// situate fills in when and where the statement was made and through whom it
// was reported.
func (d *document) situate(a *attribution, article *names.Article, published onrecord.Date, s statement) {
	found := setting.Find(d.Document, article, published, setting.Statement{Content: s.content, Cue: s.cue, Mention: s.mention})
	a.venue, a.saidText, a.said, a.reportedVia = found.Venue, found.SaidText, found.Said, found.Via
	if a.reportedVia == a.speaker.Name {
		a.reportedVia = ""
	}
}

// sameSentence reports whether two statements are attributed in one sentence.
func (d *document) sameSentence(s, t statement) bool {
	at := func(s statement) int {
		if s.cue.Len() > 0 {
			return d.Tokens[s.cue.First].Sentence
		}
		return d.Tokens[s.content.First].Sentence
	}
	return at(s) == at(t)
}

// sources hands over what the choice of a speaker needs to know.
func (d *document) sources(statements []statement, outer []int) []resolve.Statement {
	out := make([]resolve.Statement, len(statements))
	for i, s := range statements {
		out[i] = resolve.Statement{
			Content: s.content, Cue: s.cue, Mention: s.mention, Heir: s.heir, Nested: outer[i],
			Asker:   s.rule == ruleTurn && d.turnKindOf(s.mention) == ofAsker,
			Direct:  s.kind == onrecord.KindDirect,
			Passive: s.rule == rulePassive && s.mention.Len() == 0,
		}
	}
	return out
}

// nesting returns for each statement the one within whose words it is stated
// and attributed ("The Herald reported that Velden said …"), -1 for none.
func nesting(statements []statement) []int {
	out := make([]int, len(statements))
	var open []int // statements whose content is not over yet
	for i, s := range statements {
		for len(open) > 0 && statements[open[len(open)-1]].content.End <= s.content.First {
			open = open[:len(open)-1]
		}
		out[i] = -1
		for k := len(open) - 1; k >= 0 && k > len(open)-4; k-- {
			o := statements[open[k]].content
			if s.cue.Len() > 0 && o.Contains(s.cue.First) && o.Contains(s.content.First) && s.content.End <= o.End {
				out[i] = open[k]
				break
			}
		}
		open = append(open, i)
	}
	return out
}
