package extract

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// attribute turns the statements of an article, in text order, into speakers.
func attribute(d *document, info onrecord.ArticleInfo, statements []statement) []attribution {
	out := make([]attribution, len(statements))
	people := fullNames(d)
	last := ""
	for i, s := range statements {
		if s.mention.Len() == 0 {
			if s.heir >= 0 {
				out[i] = out[s.heir]
			}
			continue
		}
		a := &out[i]
		a.mention = d.span(s.mention)
		name := d.nameIn(s.mention)
		switch {
		case name == "" && s.mention.Len() == 1 && last != "":
			name, a.certainty = last, 0.5
		case name == "":
			name, a.certainty = d.String(s.mention), 0.6
		default:
			a.certainty = 0.9
			if full, ok := people[lastWord(name)]; ok {
				name = full
			}
			last = name
		}
		a.speaker = onrecord.Speaker{Name: name}
	}
	return out
}

// fullNames maps surnames to the fullest name in the article that ends so.
func fullNames(d *document) map[string]string {
	m := make(map[string]string)
	for i := 0; i < len(d.Tokens); {
		j := i
		for j < len(d.Tokens) && d.Is(j, text.Word|text.Capital) && d.Tokens[j].Flags&text.Clitic == 0 && !d.is(j, title|function) {
			j++
		}
		if j-i >= 2 && j-i <= 4 {
			name := d.String(text.Range{First: i, End: j})
			if _, ok := m[lastWord(name)]; !ok {
				m[lastWord(name)] = name
			}
		}
		i = max(j, i+1)
	}
	return m
}

// nameIn returns the last run of capitalised words of the first part of r.
func (d *document) nameIn(r text.Range) string {
	for i := r.First; i < r.End; i++ {
		j := i
		for j < r.End && d.Is(j, text.Word|text.Capital) && d.Tokens[j].Flags&text.Clitic == 0 && !d.is(j, title|function) {
			j++
		}
		if j > i {
			return d.String(text.Range{First: i, End: j})
		}
	}
	return ""
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
