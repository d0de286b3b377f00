package resolve

import (
	"github.com/onrecord/onrecord/extract/internal/names"
)

// ownerOfDocument chooses where the head is a document: whom it belongs to or
// came from ("Velden's letter", "a report by the bank", "her ad").
func (r *reader) ownerOfDocument(p *phrase) (decision, bool) {
	if !names.IsDocument(r.d.Lower(p.head)) || p.plural && p.owner < 0 && r.article.At(p.core.First) < 0 {
		return decision{}, false
	}
	head := r.d.Lower(p.head)
	if p.owner >= 0 {
		return decision{referent: p.owner, certainty: 0.7}, true
	}
	if f, ok := r.byHead[head]; ok && p.definite && p.core.Len() == 1 {
		return decision{referent: f, certainty: 0.7}, true
	}
	f := r.authorOf(p)
	if f < 0 {
		return decision{}, false
	}
	r.byHead[head] = f
	return decision{referent: f, certainty: 0.7}, true
}

// authorOf returns whom a document is said to be of, by or from; -1 where the
// phrase does not say.
func (r *reader) authorOf(p *phrase) int {
	for i := p.core.First; i < p.head; i++ {
		if m := r.article.At(i); m >= 0 && r.speaks(m) {
			return r.referentOf(r.article.Mentions[m].Entity)
		}
	}
	for i := p.core.End; i+1 < p.whole.End; i++ {
		switch r.d.Lower(i) {
		case "by", "from", "of":
			k := i + 1
			if r.d.Lower(k) == "the" {
				k++
			}
			if m := r.article.At(k); m >= 0 && r.speaks(m) {
				return r.referentOf(r.article.Mentions[m].Entity)
			}
		}
	}
	return -1
}

// speaks reports whether the mention is of somebody or of a body.
func (r *reader) speaks(m int) bool {
	k := r.article.Entities[r.article.Mentions[m].Entity].Kind
	return k == names.Person || k == names.Organization || k == names.Place
}
