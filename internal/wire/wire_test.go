package wire

import (
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/reflect/protoreflect"

	"github.com/onrecord/onrecord"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// TestEnumTablesAreComplete fails when an enum of the API gets a value that no
// table has.
func TestEnumTablesAreComplete(t *testing.T) {
	for _, tt := range []struct {
		enum protoreflect.EnumDescriptor
		has  func(protoreflect.EnumNumber) bool
	}{
		{onrecordv1.Claim_KIND_UNSPECIFIED.Descriptor(), wires(kinds)},
		{onrecordv1.Claim_STATE_UNSPECIFIED.Descriptor(), wires(claimStates)},
		{onrecordv1.Claim_ACT_UNSPECIFIED.Descriptor(), wires(acts)},
		{onrecordv1.ClaimSpeaker_TYPE_UNSPECIFIED.Descriptor(), wires(speakerTypes)},
		{onrecordv1.DatePrecision_DATE_PRECISION_UNSPECIFIED.Descriptor(), wires(precisions)},
		{onrecordv1.SearchOrder_SEARCH_ORDER_UNSPECIFIED.Descriptor(), wires(orders)},
		{onrecordv1.ClaimFacet_CLAIM_FACET_UNSPECIFIED.Descriptor(), wires(facets)},
		{onrecordv1.IngestOutcome_INGEST_OUTCOME_UNSPECIFIED.Descriptor(), wires(outcomes)},
		{onrecordv1.SpeakerAlias_ORIGIN_UNSPECIFIED.Descriptor(), wires(origins)},
		{onrecordv1.RelationReason_TYPE_UNSPECIFIED.Descriptor(), wires(reasonTypes)},
		{onrecordv1.TimelineHistogram_UNIT_UNSPECIFIED.Descriptor(), wires(timeUnits)},
		{onrecordv1.QuoteVerdict_QUOTE_VERDICT_UNSPECIFIED.Descriptor(), wires(verdicts)},
		{onrecordv1.QuoteFlag_QUOTE_FLAG_UNSPECIFIED.Descriptor(), wires(flagsOfQuotes)},
		{onrecordv1.QuoteEdit_OP_UNSPECIFIED.Descriptor(), wires(editOps)},
		{onrecordv1.QuoteCut_PLACE_UNSPECIFIED.Descriptor(), wires(cutPlaces)},
		{onrecordv1.ChangeSign_CUE_UNSPECIFIED.Descriptor(), wires(changeCues)},
	} {
		values := tt.enum.Values()
		for i := range values.Len() {
			if v := values.Get(i); !tt.has(v.Number()) {
				t.Errorf("%s has no row in its table", v.FullName())
			}
		}
	}
}

func wires[D comparable, W interface {
	comparable
	protoreflect.Enum
}](table []enumPair[D, W]) func(protoreflect.EnumNumber) bool {
	return func(n protoreflect.EnumNumber) bool {
		for _, p := range table {
			if p.wire.Number() == n {
				return true
			}
		}
		return false
	}
}

// TestClaimRoundTrip converts claims with every field set to random values:
// nothing may be lost but what a citation leaves out.
func TestClaimRoundTrip(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		want := randomClaim(rnd)
		if diff := cmp.Diff(want, ClaimOf(Claim(want))); diff != "" {
			t.Fatalf("claim changed on the way (-want +got):\n%s", diff)
		}
	}
}

func TestClaimSetsEveryField(t *testing.T) {
	m := Claim(randomClaim(rand.New(rand.NewPCG(3, 4)))).ProtoReflect()
	fields := m.Descriptor().Fields()
	for i := range fields.Len() {
		if !m.Has(fields.Get(i)) {
			t.Errorf("field %s is not set", fields.Get(i).Name())
		}
	}
}

func randomClaim(rnd *rand.Rand) onrecord.Claim {
	word := func() string {
		return "w" + strconv.Itoa(rnd.Int())
	}
	span := func() onrecord.Span {
		start := rnd.IntN(1000)
		return onrecord.Span{Start: start, End: start + 1 + rnd.IntN(100)}
	}
	wording := func() onrecord.ClaimWording {
		edit := onrecord.QuoteEdit{Op: onrecord.EditReplaced, Quote: span(), Original: span(), QuoteText: word(), OriginalText: word()}
		return onrecord.ClaimWording{Claim: word(), Text: word(), Speaker: word(), Gone: onrecord.Departure{Version: 2, Time: time.Unix(int64(rnd.IntN(1e9)), 0).UTC()}, Edits: []onrecord.QuoteEdit{edit}}
	}
	present := wording()
	day := onrecord.Day(2000+rnd.IntN(30), time.Month(1+rnd.IntN(12)), 1+rnd.IntN(28))
	return onrecord.Claim{
		ID: word(), Kind: onrecord.Kind(1 + rnd.IntN(3)), Act: onrecord.Act(1 + rnd.IntN(3)),
		Article: onrecord.ArticleInfo{ID: word(), URL: word(), Outlet: word(), Title: word(), Published: day, Version: 1 + rnd.IntN(9)},
		Text:    word(), Span: span(), Quoted: []onrecord.Span{span(), span()}, Cue: word(), CueSpan: span(),
		Speaker: onrecord.Speaker{ID: word(), Name: word(), Title: word(), Type: onrecord.SpeakerType(1 + rnd.IntN(4))},
		Mention: word(), MentionSpan: span(), Candidates: []onrecord.Candidate{{Name: word(), Confidence: 0.25}},
		ReportedVia: word(), Venue: word(), SaidText: word(), Said: day,
		Sentence: span(), SentenceText: word(), Continues: word(), Rule: word(), Confidence: 0.5,
		Offset: onrecord.At(time.Duration(rnd.IntN(9000)) * time.Millisecond),
		Group:  "g7", Corrections: []onrecord.Correction{{
			Version: 1 + rnd.IntN(9), Made: day.Time, Note: word(),
			Changes: []onrecord.Change{{Field: onrecord.ClaimTitle, Before: word(), After: word()}, {Field: onrecord.ClaimText, After: word()}},
		}},
		State: onrecord.ClaimState(rnd.IntN(3)), Gone: onrecord.Departure{Version: 1 + rnd.IntN(9), Time: day.Time}, Successor: word(),
		Present: &present, Earlier: []onrecord.ClaimWording{wording(), wording()},
	}
}

// TestArticleRoundTrip converts an article with every field set.
func TestArticleRoundTrip(t *testing.T) {
	at := time.Date(2025, 5, 18, 12, 30, 0, 0, time.UTC)
	want := onrecord.Article{
		ArticleInfo: onrecord.ArticleInfo{
			ID: "a1", URL: "u", Outlet: "o", Title: "t", Language: "en", Hash: "h", Version: 2, Ingested: at,
			Published: onrecord.Date{Time: at, Precision: onrecord.PrecisionInstant},
		},
		Details: onrecord.Details{
			Authors: []string{"Ida Holm"}, Modified: onrecord.Date{Time: at, Precision: onrecord.PrecisionInstant}, CanonicalURL: "c",
			Elsewhere: []string{"e"}, Dateline: "SARN", Slug: "s", Urgency: 3, Edition: "4", SourceID: "i", UTCOffset: -time.Hour, Fetched: at,
		},
		Text: "We stay.",
		Given: []onrecord.Given{
			{Span: onrecord.Span{End: 2}, Speaker: "Mara Velden", Confidence: 0.5, Offset: onrecord.At(0)}, {Span: onrecord.Span{Start: 3, End: 8}},
		},
	}
	m := Article(want)
	if diff := cmp.Diff(want, ArticleOf(m)); diff != "" {
		t.Errorf("article changed on the way (-want +got):\n%s", diff)
	}
	fields := m.ProtoReflect().Descriptor().Fields()
	for i := range fields.Len() {
		switch name := fields.Get(i).Name(); name {
		case "versions", "forgotten_claim_count": // GetArticle adds them
		default:
			if !m.ProtoReflect().Has(fields.Get(i)) {
				t.Errorf("field %s is not set", name)
			}
		}
	}
}

func TestIdentityRoundTrip(t *testing.T) {
	at := time.Date(2025, 5, 18, 12, 30, 0, 0, time.UTC)
	want := onrecord.Identity{
		ID: "mara-velden", Name: "Mara Velden", Type: onrecord.SpeakerPerson, Claims: 9, First: at, Last: at.AddDate(1, 0, 0),
		Aliases: []onrecord.Alias{{ID: "velden", Name: "Velden", Claims: 5, Origin: onrecord.AliasRule}, {ID: "m", Origin: onrecord.AliasPerson}},
		Titles:  []onrecord.TitleUse{{Title: "Mayor", Claims: 2, First: at, Last: at.AddDate(0, 0, 3)}, {Title: "undated"}},
	}
	if diff := cmp.Diff(want, IdentityOf(Identity(want))); diff != "" {
		t.Errorf("speaker changed on the way (-want +got):\n%s", diff)
	}
}

func TestDateOf(t *testing.T) {
	noon := time.Date(2025, 5, 18, 12, 30, 0, 0, time.UTC)
	midnight := time.Date(2025, 5, 18, 0, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		name      string
		t         time.Time
		precision onrecordv1.DatePrecision
		want      string
	}{
		{"midnight without precision is a day", midnight, 0, "2025-05-18"},
		{"noon without precision is an instant", noon, 0, "2025-05-18T12:30:00Z"},
		{"a month is cut down to its first day", noon, onrecordv1.DatePrecision_DATE_PRECISION_MONTH, "2025-05"},
		{"a year likewise", noon, onrecordv1.DatePrecision_DATE_PRECISION_YEAR, "2025"},
		{"midnight as an instant stays one", midnight, onrecordv1.DatePrecision_DATE_PRECISION_INSTANT, "2025-05-18T00:00:00Z"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := DateOf(Time(tt.t), tt.precision)
			if got.String() != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			ts, precision := Date(got)
			if again := DateOf(ts, precision); again != got {
				t.Errorf("there and back: got %v, want %v", again, got)
			}
		})
	}
}

func TestStatusRoundTrip(t *testing.T) {
	want := []onrecord.FieldError{{Field: "article.text", Reason: "EMPTY", Detail: "must not be empty"}, {Field: "page_size", Reason: "NEGATIVE", Detail: "must be 0 or more"}}
	st := Status(codes.InvalidArgument, "two fields", "EMPTY", want...)
	reason, fields := StatusOf(st)
	if diff := cmp.Diff(want, fields); diff != "" || reason != "EMPTY" || st.Message() != "two fields" {
		t.Errorf("got %s, %q, fields (-want +got):\n%s", reason, st.Message(), diff)
	}
	if reason, fields := StatusOf(status.New(codes.Internal, "bare")); reason != "" || fields != nil {
		t.Errorf("a bare status: got %q, %v", reason, fields)
	}
}
