package identity

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// BucketOf returns what two names must have in common for a rule to join them.
func BucketOf(n Name) string {
	switch n.Type {
	case onrecord.SpeakerPerson:
		if p := parsePerson(n.Name); p.surname != "" {
			return "person/" + p.surname
		}
	case onrecord.SpeakerOrganization:
		return "organization/" + bodyKey(n.Name)
	case onrecord.SpeakerGroup:
		return "group/" + bodyKey(n.Name)
	}
	return "name/" + n.ID
}

// joinBodies joins the names of a bucket of organizations or groups, which are
// the same but for words that do not count.
func (g *grouping) joinBodies(bucket []Name) {
	before := ""
	for _, n := range bucket {
		if g.apart[n.ID] {
			continue
		}
		if before != "" {
			g.joinByRule(before, n.ID)
		}
		before = n.ID
	}
}

// bodyKey returns what is the same for all ways to write the name of a body:
// its words without "the", and of a government department what it is for and
// then what it is.
func bodyKey(name string) string {
	words := wordsOf(strings.ReplaceAll(name, "&", " and "))
	words = withoutThe(words)
	if len(words) > 2 && words[1] == "of" && (words[0] == "department" || words[0] == "ministry") {
		words = append(withoutThe(words[2:]), words[0])
	}
	return strings.Join(words, " ")
}

func withoutThe(words []string) []string {
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return words
}

func wordsOf(text string) []string {
	tokens := analysis.Words(text)
	words := make([]string, len(tokens))
	for i, token := range tokens {
		words[i] = token.Term
	}
	return words
}
