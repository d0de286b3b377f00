package wire

import (
	"github.com/onrecord/onrecord"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// An enumPair ties a value of the domain to its enum value on the wire. Every
// table lists every value; the first row is the unknown one.
type enumPair[D, W comparable] struct {
	domain D
	wire   W
}

func toWire[D, W comparable](table []enumPair[D, W], d D) W {
	for _, p := range table {
		if p.domain == d {
			return p.wire
		}
	}
	return table[0].wire
}

func fromWire[D, W comparable](table []enumPair[D, W], w W) D {
	for _, p := range table {
		if p.wire == w {
			return p.domain
		}
	}
	return table[0].domain
}

var kinds = []enumPair[onrecord.Kind, onrecordv1.Claim_Kind]{
	{onrecord.KindUnknown, onrecordv1.Claim_KIND_UNSPECIFIED},
	{onrecord.KindDirect, onrecordv1.Claim_KIND_DIRECT},
	{onrecord.KindIndirect, onrecordv1.Claim_KIND_INDIRECT},
	{onrecord.KindMixed, onrecordv1.Claim_KIND_MIXED},
}

// Kind and KindOf convert a claim's kind.
func Kind(k onrecord.Kind) onrecordv1.Claim_Kind { return toWire(kinds, k) }

// KindOf is the inverse of Kind.
func KindOf(k onrecordv1.Claim_Kind) onrecord.Kind { return fromWire(kinds, k) }

var acts = []enumPair[onrecord.Act, onrecordv1.Claim_Act]{
	{onrecord.ActUnknown, onrecordv1.Claim_ACT_UNSPECIFIED},
	{onrecord.ActStatement, onrecordv1.Claim_ACT_STATEMENT},
	{onrecord.ActSpeech, onrecordv1.Claim_ACT_SPEECH_ACT},
	{onrecord.ActAttitude, onrecordv1.Claim_ACT_ATTITUDE},
}

var speakerTypes = []enumPair[onrecord.SpeakerType, onrecordv1.ClaimSpeaker_Type]{
	{onrecord.SpeakerUnknown, onrecordv1.ClaimSpeaker_TYPE_UNSPECIFIED},
	{onrecord.SpeakerPerson, onrecordv1.ClaimSpeaker_TYPE_PERSON},
	{onrecord.SpeakerOrganization, onrecordv1.ClaimSpeaker_TYPE_ORGANIZATION},
	{onrecord.SpeakerGroup, onrecordv1.ClaimSpeaker_TYPE_GROUP},
	{onrecord.SpeakerUnnamed, onrecordv1.ClaimSpeaker_TYPE_UNNAMED},
}

var precisions = []enumPair[onrecord.Precision, onrecordv1.DatePrecision]{
	{onrecord.PrecisionUnknown, onrecordv1.DatePrecision_DATE_PRECISION_UNSPECIFIED},
	{onrecord.PrecisionYear, onrecordv1.DatePrecision_DATE_PRECISION_YEAR},
	{onrecord.PrecisionMonth, onrecordv1.DatePrecision_DATE_PRECISION_MONTH},
	{onrecord.PrecisionDay, onrecordv1.DatePrecision_DATE_PRECISION_DAY},
	{onrecord.PrecisionInstant, onrecordv1.DatePrecision_DATE_PRECISION_INSTANT},
}

var origins = []enumPair[onrecord.AliasOrigin, onrecordv1.SpeakerAlias_Origin]{
	{onrecord.AliasUnknown, onrecordv1.SpeakerAlias_ORIGIN_UNSPECIFIED},
	{onrecord.AliasSameName, onrecordv1.SpeakerAlias_ORIGIN_SAME_NAME},
	{onrecord.AliasRule, onrecordv1.SpeakerAlias_ORIGIN_RULE},
	{onrecord.AliasPerson, onrecordv1.SpeakerAlias_ORIGIN_PERSON},
}

var orders = []enumPair[onrecord.Order, onrecordv1.SearchOrder]{
	{onrecord.OrderRelevance, onrecordv1.SearchOrder_SEARCH_ORDER_UNSPECIFIED},
	{onrecord.OrderRelevance, onrecordv1.SearchOrder_SEARCH_ORDER_RELEVANCE},
	{onrecord.OrderNewest, onrecordv1.SearchOrder_SEARCH_ORDER_NEWEST},
	{onrecord.OrderOldest, onrecordv1.SearchOrder_SEARCH_ORDER_OLDEST},
}

// Order converts an order of search.
func Order(o onrecord.Order) onrecordv1.SearchOrder { return toWire(orders, o) }

// OrderOf is the inverse of Order; unspecified is relevance.
func OrderOf(o onrecordv1.SearchOrder) onrecord.Order { return fromWire(orders, o) }

var facets = []enumPair[onrecord.Field, onrecordv1.ClaimFacet]{
	{"", onrecordv1.ClaimFacet_CLAIM_FACET_UNSPECIFIED},
	{onrecord.FieldSpeakerID, onrecordv1.ClaimFacet_CLAIM_FACET_SPEAKER},
	{onrecord.FieldOutlet, onrecordv1.ClaimFacet_CLAIM_FACET_OUTLET},
	{onrecord.FieldKind, onrecordv1.ClaimFacet_CLAIM_FACET_KIND},
	{onrecord.FieldMonth, onrecordv1.ClaimFacet_CLAIM_FACET_MONTH},
}

// Facet converts a field to the facet that counts by it.
func Facet(f onrecord.Field) onrecordv1.ClaimFacet { return toWire(facets, f) }

// FacetOf is the inverse of Facet; "" for unspecified.
func FacetOf(f onrecordv1.ClaimFacet) onrecord.Field { return fromWire(facets, f) }

var outcomes = []enumPair[onrecord.Outcome, onrecordv1.IngestOutcome]{
	{onrecord.OutcomeUnknown, onrecordv1.IngestOutcome_INGEST_OUTCOME_UNSPECIFIED},
	{onrecord.OutcomeCreated, onrecordv1.IngestOutcome_INGEST_OUTCOME_CREATED},
	{onrecord.OutcomeUpdated, onrecordv1.IngestOutcome_INGEST_OUTCOME_UPDATED},
	{onrecord.OutcomeUnchanged, onrecordv1.IngestOutcome_INGEST_OUTCOME_UNCHANGED},
	{onrecord.OutcomeRefreshed, onrecordv1.IngestOutcome_INGEST_OUTCOME_REFRESHED},
}

// Outcome converts what taking an article in did.
func Outcome(o onrecord.Outcome) onrecordv1.IngestOutcome { return toWire(outcomes, o) }

// OutcomeOf is the inverse of Outcome.
func OutcomeOf(o onrecordv1.IngestOutcome) onrecord.Outcome { return fromWire(outcomes, o) }

var reasonTypes = []enumPair[onrecord.ReasonType, onrecordv1.RelationReason_Type]{
	{onrecord.ReasonUnknown, onrecordv1.RelationReason_TYPE_UNSPECIFIED},
	{onrecord.ReasonSharedTerm, onrecordv1.RelationReason_TYPE_SHARED_TERM},
	{onrecord.ReasonSameSpeaker, onrecordv1.RelationReason_TYPE_SAME_SPEAKER},
	{onrecord.ReasonSharedQuote, onrecordv1.RelationReason_TYPE_SHARED_QUOTE},
	{onrecord.ReasonSharedContext, onrecordv1.RelationReason_TYPE_SHARED_CONTEXT},
	{onrecord.ReasonSimilarWord, onrecordv1.RelationReason_TYPE_SIMILAR_WORD},
	{onrecord.ReasonNearInTime, onrecordv1.RelationReason_TYPE_NEAR_IN_TIME},
	{onrecord.ReasonSameStatement, onrecordv1.RelationReason_TYPE_SAME_STATEMENT},
}
