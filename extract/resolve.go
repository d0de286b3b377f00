package extract

import (
	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/resolve"
)

// attribute finds the speaker, and the circumstances told of, of each of the
// statements of an article. They are in text order, and so is the answer.
func attribute(d *document, info onrecord.ArticleInfo, statements []statement) []attribution {
	out := make([]attribution, len(statements))
	if len(statements) == 0 {
		return out
	}
	article := names.Find(d.Document)
	choices := resolve.Speakers(d.Document, article, sources(statements))
	for i, s := range statements {
		a := &out[i]
		a.speaker, a.candidates, a.certainty = choices[i].Speaker, choices[i].Others, choices[i].Certainty
		switch {
		case s.mention.Len() > 0:
			a.mention = d.span(s.mention)
		case s.heir >= 0:
			a.mention = out[s.heir].mention
		}
	}
	return out
}

// sources hands over what the choice of a speaker needs to know.
func sources(statements []statement) []resolve.Statement {
	out := make([]resolve.Statement, len(statements))
	for i, s := range statements {
		out[i] = resolve.Statement{
			Content: s.content, Cue: s.cue, Mention: s.mention, Heir: s.heir, Nested: s.nested,
			Direct:  s.kind == onrecord.KindDirect,
			Passive: s.rule == rulePassive && s.mention.Len() == 0,
		}
	}
	return out
}
