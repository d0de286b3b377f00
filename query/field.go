package query

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// A fieldSyntax is one field of the language.
type fieldSyntax struct {
	name  string
	takes string // what its value is, for messages
	node  func(value token) (onrecord.Node, error)
}

// fields returns the fields of the language in the order messages list them.
func fields() []fieldSyntax {
	return []fieldSyntax{
		{"speaker", "words of a name", speakerNode},
		{"title", "words of a title", titleNode},
		{"outlet", "the name of an outlet", outletNode},
		{"kind", "direct, indirect or mixed", kindNode},
		{"state", takesStates, stateNode},
		{"said", takesDates, timeNode(onrecord.FieldSaid)},
		{"published", takesDates, timeNode(onrecord.FieldPublished)},
		{"text", "a word", textNode},
		{"exact", "a word", exactNode},
	}
}

// fieldNamed finds a field by its name in any case.
func fieldNamed(name string) (fieldSyntax, bool) {
	for _, f := range fields() {
		if strings.EqualFold(f.name, name) {
			return f, true
		}
	}
	return fieldSyntax{}, false
}

// fieldNames lists the fields: "speaker, title, …".
func fieldNames() string {
	var names []string
	for _, f := range fields() {
		names = append(names, f.name)
	}
	return strings.Join(names, ", ")
}

// fieldNode returns the node of a field and its value, a word or a phrase.
func fieldNode(name, value token) (onrecord.Node, error) {
	f, ok := fieldNamed(name.text)
	if !ok {
		return nil, &Error{name.offset, "one of the fields " + fieldNames(), name.String()}
	}
	return f.node(value)
}

func speakerNode(v token) (onrecord.Node, error) {
	if isPrefix(v) {
		return prefixNode(onrecord.FieldSpeaker, v)
	}
	return wordsNode(onrecord.FieldSpeaker, v.text), nil
}

func titleNode(v token) (onrecord.Node, error) {
	if v.kind == phrase {
		return onrecord.Phrase{Field: onrecord.FieldTitle, Text: v.text}, nil
	}
	if isPrefix(v) {
		return nil, noPrefix(v, "title")
	}
	return wordsNode(onrecord.FieldTitle, v.text), nil
}

func outletNode(v token) (onrecord.Node, error) {
	if isPrefix(v) {
		return nil, noPrefix(v, "outlet")
	}
	return onrecord.AnyOf{Field: onrecord.FieldOutlet, Values: []string{analysis.Fold(v.text)}}, nil
}

func kindNode(v token) (onrecord.Node, error) {
	k, ok := onrecord.ParseKind(strings.ToLower(v.text))
	if !ok {
		return nil, &Error{v.offset, "direct, indirect or mixed", v.String()}
	}
	return onrecord.AnyOf{Field: onrecord.FieldKind, Values: []string{k.String()}}, nil
}

const takesStates = "present, edited or removed"

// stateNode matches by whether the source still has the claim.
func stateNode(v token) (onrecord.Node, error) {
	state, ok := onrecord.ParseClaimState(strings.ToLower(v.text))
	if !ok {
		return nil, &Error{v.offset, takesStates, v.String()}
	}
	if state == onrecord.StatePresent {
		return onrecord.OnlyPresent(), nil
	}
	return onrecord.AnyOf{Field: onrecord.FieldState, Values: []string{state.String()}}, nil
}

func textNode(v token) (onrecord.Node, error) {
	switch {
	case v.kind == phrase:
		return onrecord.Phrase{Field: onrecord.FieldExact, Text: v.text}, nil
	case isPrefix(v):
		return prefixNode(onrecord.FieldExact, v)
	}
	return bareNode(v.text), nil
}

func exactNode(v token) (onrecord.Node, error) {
	if isPrefix(v) {
		return prefixNode(onrecord.FieldExact, v)
	}
	return onrecord.Phrase{Field: onrecord.FieldExact, Text: v.text}, nil
}

// isPrefix reports whether a value is meant as a prefix. Within quotation
// marks a * is a character like any other.
func isPrefix(v token) bool { return v.kind == word && strings.Contains(v.text, "*") }

func noPrefix(v token, name string) error {
	return &Error{v.offset + strings.Index(v.text, "*"), "no * in the value of " + name, "*"}
}

// prefixNode matches claims whose field has a word that begins with what
// stands before the * at the end of the token.
func prefixNode(f onrecord.Field, t token) (onrecord.Node, error) {
	base := strings.TrimSuffix(t.text, "*")
	if star := strings.Index(base, "*"); star >= 0 {
		return nil, &Error{t.offset + star, "a * at the end of a word only", t.String()}
	}
	words := analysis.Words(base)
	switch {
	case len(words) > 1:
		return nil, &Error{t.offset, "one word before a *", t.String()}
	case len(words) == 0 || utf8.RuneCountInString(words[0].Term) < MinPrefix:
		return nil, &Error{t.offset, fmt.Sprintf("at least %d letters or digits before a *", MinPrefix), t.String()}
	}
	return onrecord.Prefix{Field: f, Text: base}, nil
}
