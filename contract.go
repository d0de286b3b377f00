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
}

// A Store keeps records. All methods are safe for concurrent use.
type Store interface {
	// Put writes the record and replaces what was there under its article ID,
	// claims included, in one step: a reader, or a process started after a
	// crash, sees all of it or nothing. It returns when the write is durable
	// and visible to Search.
	//
	// Article.Version must be one more than that of the stored article, and 1
	// where there is none; else Put changes nothing and returns ErrConflict.
	// So of two writers that read the same state one succeeds.
	Put(ctx context.Context, r Record) error

	// Delete removes an article and its claims in one step, durably.
	// ErrNotFound where there is none.
	Delete(ctx context.Context, articleID string) error

	// Record returns an article with its claims in text order. ErrNotFound
	// where there is none. It sees every Put that has returned.
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

	// Coverage returns what Search looks through; speakerID may be empty.
	Coverage(ctx context.Context, speakerID string) (Coverage, error)
}

// An Index is a Store and a Searcher over the same records.
type Index interface {
	Store
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
