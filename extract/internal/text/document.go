// Package text cuts an article's text into paragraphs, tokens, quotations and
// sentences, once, for every later step of the extraction to read.
//
// All offsets are bytes of the UTF-8 text; everything else is an index into
// Document.Tokens. Every step takes time linear in the length of the text.
package text

// A Document is a text with everything that was found in it. It is read-only
// once Parse returned it.
type Document struct {
	Text       string
	Tokens     []Token
	Paragraphs []Range
	// Sentences are those of the reporter: a quotation of several sentences
	// does not end the sentence it stands in. None runs over a paragraph.
	Sentences []Range
	// Quotes are the pairs of quotation marks, ordered by opening mark.
	Quotes []Quote
}

// A Range is a half-open range of token indexes.
type Range struct {
	First, End int
}

// Len returns the number of tokens.
func (r Range) Len() int { return r.End - r.First }

// Contains reports whether token i lies in the range.
func (r Range) Contains(i int) bool { return r.First <= i && i < r.End }

// Parse cuts text, which has to be valid UTF-8.
func Parse(s string) *Document {
	d := &Document{Text: s}
	d.tokenize()
	d.pairQuotes()
	d.splitSentences()
	return d
}

// Word returns token i as it stands in the text, and "" where there is none.
func (d *Document) Word(i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	return d.Text[d.Tokens[i].Start:d.Tokens[i].End]
}

// Lower returns token i in lower case, and "" where there is none.
func (d *Document) Lower(i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	return d.Tokens[i].Lower
}

// Is reports whether token i exists and has all of the flags.
func (d *Document) Is(i int, f Flag) bool {
	return i >= 0 && i < len(d.Tokens) && d.Tokens[i].Flags&f == f
}

// Bytes returns the byte offsets that the tokens of r cover; an empty range
// gives 0, 0.
func (d *Document) Bytes(r Range) (start, end int) {
	if r.End <= r.First {
		return 0, 0
	}
	return d.Tokens[r.First].Start, d.Tokens[r.End-1].End
}

// String returns the text that the tokens of r cover.
func (d *Document) String(r Range) string {
	start, end := d.Bytes(r)
	return d.Text[start:end]
}

// SentenceOf returns the sentence that token i stands in.
func (d *Document) SentenceOf(i int) Range { return d.Sentences[d.Tokens[i].Sentence] }

// ParagraphOf returns the paragraph that token i stands in.
func (d *Document) ParagraphOf(i int) Range { return d.Paragraphs[d.Tokens[i].Paragraph] }
