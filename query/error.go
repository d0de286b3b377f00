package query

import (
	"fmt"

	"github.com/onrecord/onrecord"
)

// An Error says where a query cannot be understood and what would be. It is an
// onrecord.ErrInvalid.
type Error struct {
	Offset   int    // in bytes from the beginning of the query
	Expected string // "a closing quotation mark"
	Found    string // what stands there: "the end"
}

// Error writes "query: at 14: expected …, found …".
func (e *Error) Error() string { return "query: " + e.Detail() }

// Detail is the message without the name of the package.
func (e *Error) Detail() string {
	return fmt.Sprintf("at %d: expected %s, found %s", e.Offset, e.Expected, e.Found)
}

// Is reports that an Error is an onrecord.ErrInvalid.
func (e *Error) Is(target error) bool { return target == onrecord.ErrInvalid }
