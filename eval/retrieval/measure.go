package main

import (
	"math"
	"slices"
)

// A measure scores one answer, from 0 to 1, as trec_eval does.
type measure struct {
	name  string
	score func(found []int, relevant []int) float64
}

// measures are those of the table. found are the grades of the documents of an
// answer in order, 0 for what is not relevant; relevant are the grades of all
// relevant documents.
var measures = []measure{
	{"MAP@1", func(found, relevant []int) float64 { return averagePrecision(found, relevant, 1) }},
	{"MAP@5", func(found, relevant []int) float64 { return averagePrecision(found, relevant, 5) }},
	{"MRR@10", func(found, _ []int) float64 { return reciprocalRank(found, 10) }},
	{"R@10", func(found, relevant []int) float64 { return recall(found, relevant, 10) }},
	{"R@100", func(found, relevant []int) float64 { return recall(found, relevant, 100) }},
	{"nDCG@10", func(found, relevant []int) float64 { return gain(found, 10) / idealGain(relevant, 10) }},
}

// averagePrecision is the mean, over the relevant documents, of the precision
// at their places; those behind the cut count as 0.
func averagePrecision(found, relevant []int, cut int) float64 {
	hits, sum := 0, 0.0
	for i, grade := range found[:min(cut, len(found))] {
		if grade > 0 {
			hits++
			sum += float64(hits) / float64(i+1)
		}
	}
	return sum / float64(len(relevant))
}

func reciprocalRank(found []int, cut int) float64 {
	for i, grade := range found[:min(cut, len(found))] {
		if grade > 0 {
			return 1 / float64(i+1)
		}
	}
	return 0
}

func recall(found, relevant []int, cut int) float64 {
	hits := 0
	for _, grade := range found[:min(cut, len(found))] {
		if grade > 0 {
			hits++
		}
	}
	return float64(hits) / float64(len(relevant))
}

// gain is the discounted cumulative gain.
func gain(found []int, cut int) float64 {
	sum := 0.0
	for i, grade := range found[:min(cut, len(found))] {
		sum += float64(grade) / math.Log2(float64(i+2))
	}
	return sum
}

func idealGain(relevant []int, cut int) float64 {
	best := slices.Clone(relevant)
	slices.SortFunc(best, func(a, b int) int { return b - a })
	return gain(best, cut)
}

// evaluate returns the mean of each measure over the queries that have
// relevant documents. A query without an answer counts as 0.
func evaluate(queries []string, answers [][]result, relevant map[string]map[string]int) []float64 {
	means := make([]float64, len(measures))
	answerOf := make(map[string][]result, len(queries))
	for i, id := range queries {
		answerOf[id] = answers[i]
	}
	judged := 0
	for id, grades := range relevant {
		if len(grades) == 0 {
			continue
		}
		judged++
		var found, all []int
		for _, r := range answerOf[id] {
			found = append(found, grades[r.document])
		}
		for _, grade := range grades {
			all = append(all, grade)
		}
		for i, m := range measures {
			means[i] += m.score(found, all)
		}
	}
	for i := range means {
		means[i] /= float64(max(judged, 1))
	}
	return means
}
