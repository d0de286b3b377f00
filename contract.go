package onrecord

import (
	"context"
	"errors"
)

// A Record is an article with the claims found in it: what is written and
// read as one.
type Record struct {
	Article Article
	Claims  []Claim
	// Revision counts the writes of the record, from 1: new contents of the
	// article (which Article.Version counts) and corrections of its claims.
	Revision int
	// Extractor is the extract.Version that found the claims; 0: they were
	// found before versions were kept.
	Extractor int
	// Corrections are all those that people made in the article, the earliest
	// first, by claim ID. A correction is dormant as long as the article does
	// not have the claim, or the words that it gives it; Claim.Corrections are
	// the others.
	Corrections map[string][]Correction
	// Former are the claims that earlier versions of the article had and the
	// newest has not, in the order in which they went. Their IDs are different
	// from those of Claims, and each cites the article as it was.
	Former []Claim
	// Forgotten counts the former claims that were given up because there were
	// too many.
	Forgotten int
	// Versions are the earlier contents, the first seen first; those of a long
	// history are not all kept.
	Versions []PastVersion
	// Changes are those of the newest version; zero for the first.
	Changes ClaimChanges
}

// A Store keeps records. All methods are safe for concurrent use.
type Store interface {
	// Put writes the record and replaces what was there under its article ID,
	// claims included, in one step: a reader, or a process started after a
	// crash, sees all of it or nothing. It returns when the write is durable
	// and visible to Search.
	//
	// Revision must be one more than that of the stored record, and 1 where
	// there is none; else Put changes nothing and returns ErrConflict. So of
	// two writers that read the same state one succeeds.
	Put(ctx context.Context, r Record) error

	// Delete removes an article and its claims in one step, durably.
	// ErrNotFound where there is none.
	Delete(ctx context.Context, articleID string) error

	// Record returns an article with its claims in text order. ErrNotFound
	// where there is none. It sees every Put that has returned, and nothing
	// that a crash could still undo.
	Record(ctx context.Context, articleID string) (Record, error)

	// Articles lists articles, without their texts, latest published first,
	// undated last, ties by ID; at most limit (1 to MaxCandidates) of them,
	// after the given one (zero: from the beginning).
	Articles(ctx context.Context, after ArticleKey, limit int) ([]ArticleInfo, error)
}

// An ArticleKey is a place in the order of Store.Articles.
type ArticleKey struct {
	Published Date
	ID        string
}

// A Searcher finds claims. All methods are safe for concurrent use.
type Searcher interface {
	// Search returns the claims that match. It answers completely or returns
	// an error: ErrInvalid for a request outside its bounds, ErrTooBroad for
	// one that would expand to more terms than the engine takes.
	Search(ctx context.Context, r Request) (Result, error)

	// Top returns the best matches of a query, without a look at how many others
	// there are. Errors are as in Search.
	Top(ctx context.Context, r TopRequest) (TopResult, error)

	// Coverage returns what Search looks through. SpeakerClaims counts the
	// claims that have one of the speaker IDs; each is given once.
	Coverage(ctx context.Context, speakerIDs ...string) (Coverage, error)

	// Values returns every value that a keyword field has in any claim, with
	// the number of claims, in the order of the values.
	Values(ctx context.Context, field Field) ([]FacetValue, error)

	// Alike returns, for each of several texts given by its shingles
	// (analysis.Shingles), the claims of which the most fingerprints
	// (analysis.Fingerprints) are among them, analysis.LeastShared or more, ties
	// by resource name; at most limit (1 to MaxCandidates) each. Where a great
	// many claims have the same fingerprint, some may be passed over.
	Alike(ctx context.Context, shingles [][]uint32, limit int) ([][]Claim, error)

	// Groups sums statement groups up, in the order of the IDs. One without a
	// claim has its ID alone.
	Groups(ctx context.Context, ids ...string) ([]Group, error)
}

// A Ledger keeps what people decided, besides the articles and in the same
// place: small documents, each known by its kind and an ID. What is in them is
// not the ledger's to know, and no search looks through them. All methods are
// safe for concurrent use.
type Ledger interface {
	// Enter writes the entries in one step, all or none of them; it returns
	// when they are durable. Of each, Version must be one more than that of
	// the stored entry, and 1 where there is none; else Enter changes nothing
	// and returns ErrConflict. An entry is never removed: what takes a
	// decision back is its next version.
	Enter(ctx context.Context, entries ...Entry) error

	// Entries returns all entries of a kind in the order of their IDs. It sees
	// every Enter that has returned.
	Entries(ctx context.Context, kind string) ([]Entry, error)
}

// An Entry is one document of a Ledger.
type Entry struct {
	Kind    string // 1 to MaxEntryKind characters a-z
	ID      string // 1 to MaxEntryID bytes
	Version int    // counts the contents under this ID, from 1
	Data    []byte // at most MaxEntryBytes
}

// The bounds of an Entry, in bytes.
const (
	MaxEntryKind  = 64
	MaxEntryID    = 512
	MaxEntryBytes = 1 << 20
)

// An Index is a Store, a Ledger and a Searcher in one place.
type Index interface {
	Store
	Ledger
	Searcher
	// Close waits for the writes under way and releases what is held. The
	// Index is not usable afterwards.
	Close() error
}

// The errors of the domain. They are wrapped with what was being done; test
// with errors.Is.
var (
	// ErrNotFound: nothing is stored under that name.
	ErrNotFound = errors.New("not found")
	// ErrConflict: somebody else changed the same thing meanwhile. Read again
	// and retry.
	ErrConflict = errors.New("changed meanwhile")
	// ErrInvalid: the request is not one that can be answered; FieldError says
	// which field and why.
	ErrInvalid = errors.New("invalid")
	// ErrTooBroad: the query would expand to too many words.
	ErrTooBroad = errors.New("query too broad")
	// ErrUnavailable: the engine cannot answer now. Retry later.
	ErrUnavailable = errors.New("index unavailable")
)

// A FieldError names the field of a request that cannot be taken, and what it
// takes. It is an ErrInvalid.
type FieldError struct {
	Field  string // in snake_case, as in the API: "article.text"
	Reason string // for programs, in UPPER_SNAKE_CASE: "NOT_UTF8"
	Detail string // for people: "must be valid UTF-8; byte 17 is not"
}

// Error writes "field: detail".
func (e *FieldError) Error() string { return e.Field + ": " + e.Detail }

// Is reports that a FieldError is an ErrInvalid.
func (e *FieldError) Is(target error) bool { return target == ErrInvalid }
