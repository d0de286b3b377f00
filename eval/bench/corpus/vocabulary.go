package corpus

import (
	"math/rand/v2"
	"strings"

	"github.com/onrecord/onrecord/analysis"
)

// The parts of a syllable.
var (
	onsets = strings.Fields("b br d dr f fl g gl gr h j k kl kr l m n p pl pr r s sk sl st t tr v w z")
	nuclei = strings.Fields("a a e e i o u ai au")
	codas  = []string{"", "", "k", "l", "m", "n", "p", "r", "rd", "rk", "sh", "st", "t", "x", "nd"}
)

// syllables returns a pronounceable word.
func syllables(random *rand.Rand, n int) string {
	var word strings.Builder
	for range n {
		word.WriteString(pick(random, onsets))
		word.WriteString(pick(random, nuclei))
	}
	word.WriteString(pick(random, codas))
	return word.String()
}

func pick[T any](random *rand.Rand, from []T) T { return from[random.IntN(len(from))] }

// shortTerms is how many of the most frequent stems have two syllables; the
// others have three.
const shortTerms = 5000

// newTerms returns different stems.
func newTerms(random *rand.Rand, n int) []string {
	terms, seen := make([]string, 0, n), make(map[string]bool, n)
	for len(terms) < n {
		length := 3
		if len(terms) < shortTerms {
			length = 2
		}
		if word := syllables(random, length); !seen[word] && isStem(word) {
			seen[word] = true
			terms = append(terms, word)
		}
	}
	return terms
}

// isStem reports that a word is a term as it stands, and its plural the same
// one: so what a term finds is known without analysis.
func isStem(word string) bool {
	tokens := analysis.Terms(word + " " + plural(word))
	return len(tokens) == 2 && tokens[0].Term == word && tokens[1].Term == word
}

// plural is the other form of a stem.
func plural(stem string) string { return stem + "s" }

// stopWords are the most frequent English ones, the most frequent first.
var stopWords = strings.Fields("the of and to a in that for is on with as was by at be from are it or which have has not this will an were would but they had been there if more their than")

// newNames returns different names of people, each surname with a few of them.
func newNames(random *rand.Rand, n int) []string {
	given, surnames := words(random, 400, 2), words(random, n/4, 2)
	names, seen := make([]string, 0, n), make(map[string]bool, n)
	for len(names) < n {
		name := pick(random, given) + " " + pick(random, surnames)
		if id := analysis.Slug(name); !seen[id] {
			seen[id] = true
			names = append(names, name)
		}
	}
	return names
}

// newOutlets returns different names of publications.
func newOutlets(random *rand.Rand, n int) []string {
	kinds := strings.Fields("Herald Gazette Courier Wire Post Tribune Observer Chronicle")
	outlets := words(random, n, 2)
	for i := range outlets {
		outlets[i] += " " + kinds[i%len(kinds)]
	}
	return outlets
}

// words returns different capitalized words.
func words(random *rand.Rand, n, length int) []string {
	made, seen := make([]string, 0, n), make(map[string]bool, n)
	for len(made) < n {
		if word := capital(syllables(random, length)); !seen[word] {
			seen[word] = true
			made = append(made, word)
		}
	}
	return made
}

// capital returns a word of ASCII letters with a capital first one.
func capital(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

// titles are what speakers are introduced by.
var titles = []string{
	"Foreign Minister", "Senator", "Governor", "Finance Minister", "President", "Prime Minister", "Mayor", "Professor", "Judge",
	"General", "Ambassador", "Secretary", "Commissioner", "Bishop", "Doctor", "Chancellor",
}
