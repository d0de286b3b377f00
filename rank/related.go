package rank

import (
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/bm25"
)

// Rank weighs the claims of the subject's own speaker and those of others
// against the subject, and returns of each the best, at most limit, the most
// related first, ties as in byScore. Scores are comparable between the two. A
// claim that has nothing to do with the subject is left out: see
// Subject.related.
//
// In how many claims of the index a term occurs is told by the engine. For
// sequences of letters it is counted over the claims given.
func (s *Subject) Rank(same, others []onrecord.Claim, stats onrecord.TermStats, limit int) (bySpeaker, byOthers []onrecord.RelatedHit) {
	r := newRanking(s, same, others, stats)
	for i := range r.candidates {
		r.candidates[i].score = r.score(r.weigh(&r.candidates[i]))
	}
	return r.best(r.candidates[:len(same)], limit), r.best(r.candidates[len(same):], limit)
}

// A ranking is the state of one Rank.
type ranking struct {
	subject      *Subject
	counter      *counter
	candidates   []candidate // of the same speaker, then of others
	terms        bm25.Model
	idf          []float64 // by place in Subject.terms
	letters      bm25.Model
	sequencesIDF []float64 // by place in Subject.owners
	scratch      relation
}

func newRanking(s *Subject, same, others []onrecord.Claim, stats onrecord.TermStats) *ranking {
	r := &ranking{subject: s, counter: newCounter(s), candidates: make([]candidate, 0, len(same)+len(others))}
	for i := range same {
		r.candidates = append(r.candidates, r.counter.candidate(&same[i], true))
	}
	for i := range others {
		r.candidates = append(r.candidates, r.counter.candidate(&others[i], false))
	}
	r.terms, r.letters = r.models(stats)
	r.idf = make([]float64, len(s.terms))
	for i, term := range s.terms {
		r.idf[i] = r.terms.IDF(stats.DocFreq[term.stem])
	}
	r.sequencesIDF = r.weighSequences()
	return r
}

// models returns the figures for words and for letters. The engine tells the
// length of claims alone; how much longer they are with their surroundings is
// measured on the candidates.
func (r *ranking) models(stats onrecord.TermStats) (terms, letters bm25.Model) {
	var own, all, sequences float64
	for i := range r.candidates {
		own += r.candidates[i].ownLength
		all += r.candidates[i].length
		sequences += r.candidates[i].letters
	}
	terms = newModel(stats, len(r.candidates)).Lengthened(max(all, 1) / max(own, 1))
	return terms, newModel(onrecord.TermStats{Tokens: int(sequences)}, len(r.candidates))
}

// weighSequences weighs each sequence of letters by how few candidates have it.
func (r *ranking) weighSequences() []float64 {
	found := make([]int, len(r.subject.owners))
	for i := range r.candidates {
		for _, c := range r.candidates[i].sequences {
			found[c.part]++
		}
	}
	idf := make([]float64, len(found))
	for i, n := range found {
		idf[i] = r.letters.IDF(n)
	}
	return idf
}

// A relation is what relates one candidate to the subject.
type relation struct {
	candidate *candidate
	terms     []float64 // weight of each of the subject's terms
	similar   []float64 // weight of the letters of each term's word
	quotes    []onrecord.Reason
	words     float64 // sum of all these
	statement float64 // what the same statement adds
	speaker   float64 // what the same speaker adds
	time      float64 // what nearness in time adds
}

// weigh weighs a candidate. The answer is good until the next call.
func (r *ranking) weigh(c *candidate) *relation {
	rel := &r.scratch
	*rel = relation{candidate: c, terms: cleared(rel.terms, len(r.subject.terms)), similar: cleared(rel.similar, r.subject.own)}
	if !r.subject.related(c) {
		return rel
	}
	part := bm25.AttributedPart(c.claim.Speaker.ID != "")
	for _, n := range c.terms {
		rel.terms[n.part] = part * r.subject.terms[n.part].part * r.terms.Weight(r.idf[n.part], n.times, c.length)
		rel.words += rel.terms[n.part]
	}
	for _, n := range c.sequences {
		weight := part * SimilarPart * r.letters.Weight(r.sequencesIDF[n.part], n.times, c.letters)
		rel.similar[r.subject.owners[n.part]] += weight
		rel.words += weight
	}
	rel.quotes = r.subject.sharedQuotes(c.claim, rel.terms)
	for _, quote := range rel.quotes {
		rel.words += quote.Weight
	}
	if group := r.subject.statement.Group; group != "" && group == c.claim.Group {
		rel.statement = StatementPart * rel.words
	}
	if c.sameSpeaker {
		rel.speaker = SpeakerPart * rel.words
	}
	rel.time = bm25.TimePart * bm25.Nearness(r.subject.statement.When, c.claim.When()) * (rel.words + rel.statement + rel.speaker)
	return rel
}

func (r *ranking) score(rel *relation) float64 {
	return rel.words + rel.statement + rel.speaker + rel.time
}

// best returns the best candidates with reasons.
func (r *ranking) best(candidates []candidate, limit int) []onrecord.RelatedHit {
	candidates = slices.DeleteFunc(candidates, func(c candidate) bool { return c.score <= 0 })
	slices.SortFunc(candidates, func(a, b candidate) int { return byScore(a.score, b.score, a.claim, b.claim) })
	hits := make([]onrecord.RelatedHit, min(limit, len(candidates)))
	for i := range hits {
		hits[i] = r.explain(&candidates[i])
	}
	return hits
}

// cleared returns the slice, or a new one, with so many zeros.
func cleared(s []float64, n int) []float64 {
	if len(s) != n {
		return make([]float64, n)
	}
	clear(s)
	return s
}

// sharedQuotes returns the quoted words that the claim shares with the
// subject; weights are those of the subject's terms. A term in several runs
// counts in the first of them; a run that adds nothing is not told.
func (s *Subject) sharedQuotes(c *onrecord.Claim, weights []float64) []onrecord.Reason {
	if len(s.quotes.words) == 0 || len(c.Quoted) == 0 {
		return nil
	}
	var reasons []onrecord.Reason
	counted := make(map[int]bool)
	for _, span := range s.quotes.shared(newQuotes(c.Text, QuotedIn(c))) {
		words := span.Of(s.statement.Text)
		sum := 0.0
		for _, token := range analysis.Terms(words) {
			if i, ok := s.index[token.Term]; ok && !counted[i] {
				counted[i] = true
				sum += QuotePart * weights[i]
			}
		}
		if sum > 0 {
			reasons = append(reasons, onrecord.Reason{Type: onrecord.ReasonSharedQuote, Detail: words, Weight: sum})
		}
	}
	return reasons
}
