package query

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
)

// allTerms asks for all terms of a Match: no query has as many.
const allTerms = MaxBytes

// Parse returns the node that a query asks for; onrecord.All for an empty one.
// Its errors are *Error.
func Parse(query string) (onrecord.Node, error) {
	if len(query) > MaxBytes {
		return nil, &Error{MaxBytes, fmt.Sprintf("a query of at most %d bytes", MaxBytes), fmt.Sprintf("one of %d", len(query))}
	}
	if at := invalidUTF8(query); at >= 0 {
		return nil, &Error{at, "valid UTF-8", fmt.Sprintf("the byte 0x%02X", query[at])}
	}
	tokens, err := lex(query)
	if err != nil {
		return nil, err
	}
	p := &parser{tokens: tokens}
	if p.peek().kind == end {
		return onrecord.All{}, nil
	}
	node, err := p.group(0)
	if err != nil {
		return nil, err
	}
	if t := p.peek(); t.kind != end {
		return nil, &Error{t.offset, "the end, or an opening parenthesis before", t.String()}
	}
	return node, nil
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(s string) int {
	for i, r := range s {
		if _, size := utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && size == 1 {
			return i
		}
	}
	return -1
}

// A parser reads tokens by recursive descent.
type parser struct {
	tokens  []token
	at      int
	clauses int
}

func (p *parser) peek() token { return p.tokens[p.at] }

// accept goes past the next token if it is of that kind.
func (p *parser) accept(k kind) bool {
	if p.peek().kind != k {
		return false
	}
	p.at++
	return true
}

// group reads what stands side by side, up to the end or a closing
// parenthesis: all of it must hold.
func (p *parser) group(depth int) (onrecord.Node, error) {
	var parts conjunction
	for {
		c, err := p.alternatives(depth)
		if err != nil {
			return nil, err
		}
		parts.add(c)
		more := p.accept(and)
		if next := p.peek().kind; !more && (next == end || next == closing) {
			return parts.node(), nil
		}
	}
}

// A clause is one item of a group. A bare word has no node yet: the words of a
// group make one node together.
type clause struct {
	word string
	node onrecord.Node
	not  bool
}

// alternatives reads one item, or several with OR between them.
func (p *parser) alternatives(depth int) (clause, error) {
	first, err := p.item(depth)
	if err != nil || p.peek().kind != or {
		return first, err
	}
	either := onrecord.Bool{Should: []onrecord.Node{first.alone()}}
	for p.accept(or) {
		c, err := p.item(depth)
		if err != nil {
			return clause{}, err
		}
		either.Should = append(either.Should, c.alone())
	}
	return clause{node: either}, nil
}

// item reads one word, phrase, field or group with the sign before it.
func (p *parser) item(depth int) (clause, error) {
	not := p.accept(minus)
	if !not {
		p.accept(plus)
	}
	c, err := p.operand(depth)
	c.not = not
	return c, err
}

// operand reads one word, phrase, field or group.
func (p *parser) operand(depth int) (clause, error) {
	t := p.peek()
	p.at++
	switch t.kind {
	case open:
		return p.parenthesis(t, depth+1)
	case word, phrase, field:
		if p.clauses++; p.clauses > MaxClauses {
			return clause{}, &Error{t.offset, fmt.Sprintf("at most %d words, phrases and fields", MaxClauses), t.String()}
		}
	default:
		return clause{}, &Error{t.offset, "a word, a phrase or a field", t.String()}
	}
	switch {
	case t.kind == field:
		value := p.peek()
		p.at++
		node, err := fieldNode(t, value)
		return clause{node: node}, err
	case t.kind == phrase:
		return clause{node: onrecord.Phrase{Field: onrecord.FieldExact, Text: t.text}}, nil
	case strings.Contains(t.text, "*"):
		node, err := prefixNode(onrecord.FieldExact, t)
		return clause{node: node}, err
	}
	return clause{word: t.text}, nil
}

// parenthesis reads a group behind its opening parenthesis.
func (p *parser) parenthesis(t token, depth int) (clause, error) {
	if depth > MaxDepth {
		return clause{}, &Error{t.offset, fmt.Sprintf("at most %d parentheses within each other", MaxDepth), t.String()}
	}
	node, err := p.group(depth)
	if err != nil {
		return clause{}, err
	}
	if !p.accept(closing) {
		return clause{}, &Error{p.peek().offset, fmt.Sprintf("a closing parenthesis for the one at %d", t.offset), p.peek().String()}
	}
	return clause{node: node}, nil
}
