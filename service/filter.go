package service

import (
	"fmt"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// A Filter narrows a search. Different fields must all hold; of one field, any
// of its values. The zero Filter lets everything pass.
type Filter struct {
	// Speakers are resource names ("speakers/mara-velden") or words of a name
	// ("velden"), all of which the speaker's name has to have.
	Speakers []string
	Outlets  []string // whole names, in any case
	Kinds    []onrecord.Kind
	// When it was said lies in [SaidFrom, SaidBefore); zero ends are open. A
	// claim is filed under the first instant of the period its date names.
	SaidFrom, SaidBefore time.Time
	// PublishedFrom and PublishedBefore are the same for the article.
	PublishedFrom, PublishedBefore time.Time
	// PresentOnly leaves out what the source does not have any more.
	PresentOnly bool
}

// allTerms asks for all terms of a Match: no name has as many.
const allTerms = MaxFilterBytes

// nodes returns what has to hold.
func (f Filter) nodes(d *directory) ([]onrecord.Node, error) {
	var nodes []onrecord.Node
	for _, part := range []func() (onrecord.Node, error){
		func() (onrecord.Node, error) { return f.speakers(d) }, f.outlets, f.kinds,
		func() (onrecord.Node, error) { return timeRange(onrecord.FieldSaid, "said", f.SaidFrom, f.SaidBefore) },
		func() (onrecord.Node, error) {
			return timeRange(onrecord.FieldPublished, "published", f.PublishedFrom, f.PublishedBefore)
		},
	} {
		node, err := part()
		if err != nil {
			return nil, err
		}
		if node != nil {
			nodes = append(nodes, node)
		}
	}
	if f.PresentOnly {
		nodes = append(nodes, onrecord.OnlyPresent())
	}
	return nodes, nil
}

func (f Filter) speakers(d *directory) (onrecord.Node, error) {
	if err := checkValues("speakers", f.Speakers); err != nil {
		return nil, err
	}
	var either []onrecord.Node
	for i, speaker := range f.Speakers {
		node, err := speakerNode(d, fmt.Sprintf("speakers[%d]", i), speaker)
		if err != nil {
			return nil, err
		}
		either = append(either, node)
	}
	switch len(either) {
	case 0:
		return nil, nil
	case 1:
		return either[0], nil
	}
	return onrecord.Bool{Should: either}, nil
}

// speakerNode matches the claims of a speaker under all names, given by
// resource name or by words of one name.
func speakerNode(d *directory, field, speaker string) (onrecord.Node, error) {
	if id, ok := strings.CutPrefix(speaker, "speakers/"); ok {
		if !isID(id) {
			return nil, badField(field, "NOT_A_NAME", "must be a name of the form speakers/{speaker}, or words of a speaker's name")
		}
		return anySpeaker(d.aliases(id)), nil
	}
	if len(analysis.Words(speaker)) == 0 {
		return nil, badField(field, "NO_WORD", "must have at least one letter or digit")
	}
	return d.expand(onrecord.Match{Field: onrecord.FieldSpeaker, Text: speaker, MinTerms: allTerms}), nil
}

func (f Filter) outlets() (onrecord.Node, error) {
	if err := checkValues("outlets", f.Outlets); err != nil || len(f.Outlets) == 0 {
		return nil, err
	}
	folded := make([]string, len(f.Outlets))
	for i, outlet := range f.Outlets {
		if folded[i] = analysis.Fold(outlet); folded[i] == "" {
			return nil, badField(fmt.Sprintf("outlets[%d]", i), "EMPTY", "must be the name of an outlet")
		}
	}
	return onrecord.AnyOf{Field: onrecord.FieldOutlet, Values: folded}, nil
}

func (f Filter) kinds() (onrecord.Node, error) {
	if len(f.Kinds) == 0 {
		return nil, nil
	}
	names := make([]string, len(f.Kinds))
	for i, kind := range f.Kinds {
		if kind <= onrecord.KindUnknown || kind > onrecord.KindMixed {
			return nil, badField(fmt.Sprintf("kinds[%d]", i), "UNKNOWN_KIND", "must be direct, indirect or mixed")
		}
		names[i] = kind.String()
	}
	return onrecord.AnyOf{Field: onrecord.FieldKind, Values: names}, nil
}

// checkValues applies the bounds of a repeated field.
func checkValues(field string, values []string) error {
	if len(values) > MaxFilterValues {
		return badField(field, "TOO_MANY", "must be at most %d values, not %d", MaxFilterValues, len(values))
	}
	for i, value := range values {
		if err := checkText(fmt.Sprintf("%s[%d]", field, i), value, MaxFilterBytes); err != nil {
			return err
		}
	}
	return nil
}

// timeRange returns nil where both ends are open.
func timeRange(field onrecord.Field, name string, from, before time.Time) (onrecord.Node, error) {
	if from.IsZero() && before.IsZero() {
		return nil, nil
	}
	if err := checkTime(name+"_from", from); err != nil {
		return nil, err
	}
	if err := checkTime(name+"_before", before); err != nil {
		return nil, err
	}
	if !from.IsZero() && !before.IsZero() && !from.Before(before) {
		return nil, badField(name+"_before", "EMPTY_RANGE", "must be later than %s_from", name)
	}
	return onrecord.TimeRange{Field: field, From: from, To: before}, nil
}

// checkTime refuses times that engines cannot compare; the zero time is open.
func checkTime(field string, t time.Time) error {
	if year := t.UTC().Year(); !t.IsZero() && (year < onrecord.MinYear || year > onrecord.MaxYear) {
		return badField(field, "OUT_OF_RANGE", "must be in the years %d to %d", onrecord.MinYear, onrecord.MaxYear)
	}
	return nil
}
