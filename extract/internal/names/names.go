// Package names finds the people, bodies, places and groups that an article
// names, and joins the forms of one name: "Treasury Secretary Mara Velden",
// "Ms. Velden" and "Velden" are one entity. It works by capitals, titles and
// general word lists; it knows no single person.
//
// Every step takes time linear in the length of the text.
package names

import "github.com/onrecord/onrecord/extract/internal/text"

// A Kind says what kind of thing an entity is.
type Kind uint8

// The kinds of entity.
const (
	Unknown      Kind = iota // one capitalised word without any hint
	Person                   // a human being
	Organization             // a body, outlet, document
	Place                    // a country, town or region
	Group                    // a kind of people: Republicans, Germans
	Thing                    // an event, a law, a work: speaks only as a document does
)

// A Gender is that of a person, as far as the article or the name tells.
type Gender uint8

// The genders.
const (
	NoGender Gender = iota
	Male
	Female
)

// An Entity is somebody or something named in the article.
type Entity struct {
	Kind   Kind
	Gender Gender
	// Name is the fullest plain form in the article, without title.
	Name string
	// Title is the role as stated beside the name, nearest to its first full
	// mention; may be empty.
	Title string
	// Roles are the words, in lower case, of every title and apposition.
	Roles []string
	// Words are the words of Name, folded.
	Words []string
	// First and Last are the indexes of its first and last Mention.
	First, Last int
	// Count is how many mentions it has, Bare how many by surname alone.
	Count, Bare int
	// Byline is set for who wrote the article.
	Byline bool
}

// Surname returns the folded last word of the name, without Jr. and its like.
func (e *Entity) Surname() string {
	core, _ := split(e.Words)
	if len(core) == 0 {
		return ""
	}
	return core[len(core)-1]
}

// A Mention is one place where an entity is named.
type Mention struct {
	// Tokens is the name alone; Whole has the title before it too.
	Tokens, Whole text.Range
	// Entity is an index into Article.Entities.
	Entity int
	// Full is set where the name stands with first name and surname.
	Full bool
	// Possessive is set where 's follows.
	Possessive bool
	// Apposition is the words after the name that say what it is, without
	// the commas ("the mayor of Sel"); empty where there are none.
	Apposition text.Range
}

// An Article is what Find found.
type Article struct {
	Entities []Entity
	// Mentions are in text order.
	Mentions []Mention
	at       []int32 // token → index of the mention it stands in, plus one
}

// At returns the index of the mention that token i stands in, and -1 where it
// stands in none. A name within the title of another ("Velden spokesman Lio
// Orr") stands in the mention of the other.
func (a *Article) At(i int) int {
	if i < 0 || i >= len(a.at) {
		return -1
	}
	return int(a.at[i]) - 1
}

// Find finds the names of an article.
func Find(d *text.Document) *Article {
	s := &scanner{d: d, article: &Article{at: make([]int32, len(d.Tokens))}, endings: make(map[string]bool), places: make(map[string]bool)}
	s.survey()
	s.scan()
	s.assemble()
	s.learnGenders()
	return s.article
}
