// Package position finds where a speaker may have changed a position: pairs of
// statements of one speaker on one matter in which a word says the contrary,
// another number, or something firmer or less firm. They are candidates for a
// person to look at, never a verdict; each comes with the words that differ. It is
// pure: texts in, candidates out.
//
// There is no parser in it. A statement is cut into clauses; of a clause it is
// told which words turn it around, which commit, what it is about, and whether
// the speaker asserts it at all (no question, no condition, nobody else's words).
// Clauses of two statements are then compared that share enough rare words.
package position
