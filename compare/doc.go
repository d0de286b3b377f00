// Package compare tells what differs between the words of two statements. It
// is pure: texts in, differences out, the same on every engine.
//
//	Words      the words of a text as they are compared
//	Edits      what two whole statements have in common and what not
//	Quote      a quotation: where it stands in an original, what differs, what was
//	           dropped, and the verdict; and which claims could be its originals
//	Relate     whether two statements are the same one in other words
//	Quantities the numbers of a text with what they count
//
// Case, typographic marks and dashes do not count. Words in square brackets
// are an editor's, who put them in place of others; an ellipsis stands for words
// that were left out.
package compare
