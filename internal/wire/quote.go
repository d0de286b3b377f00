package wire

import (
	"github.com/onrecord/onrecord"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// Verified converts the answer on a quotation.
func Verified(verdict onrecord.Verdict, flags []onrecord.QuoteFlag, originals []onrecord.Original, cov onrecord.Coverage) *onrecordv1.VerifyQuoteResponse {
	m := &onrecordv1.VerifyQuoteResponse{Verdict: toWire(verdicts, verdict), Flags: quoteFlags(flags), Coverage: Coverage(cov)}
	for _, o := range originals {
		m.Originals = append(m.Originals, original(o))
	}
	return m
}

// VerdictOf converts a verdict back.
func VerdictOf(v onrecordv1.QuoteVerdict) onrecord.Verdict { return fromWire(verdicts, v) }

func original(o onrecord.Original) *onrecordv1.QuoteOriginal {
	m := &onrecordv1.QuoteOriginal{
		Claim: Claim(o.Claim), OtherClaims: o.Others, Verdict: toWire(verdicts, o.Verdict), SameSpeaker: o.SameSpeaker,
		Span: Span(o.Span), Flags: quoteFlags(o.Flags), Similarity: float32(o.Similarity), AppearanceCount: int32(o.AppearanceCount),
		Group: groupIfAny(o.Group),
	}
	m.Edits = edits(o.Edits)
	for _, c := range o.Cuts {
		m.Cuts = append(m.Cuts, &onrecordv1.QuoteCut{
			Place: toWire(cutPlaces, c.Place), Words: int32(c.Words), Span: Span(c.Span), Text: c.Text,
			AtSentence: c.AtSentence, Marked: c.Marked, Flags: quoteFlags(c.Flags),
		})
	}
	for _, a := range o.Appearances {
		said, precision := Date(a.When)
		m.Appearances = append(m.Appearances, &onrecordv1.QuoteAppearance{
			Claim: a.Claim, Source: citation(a.Article), SaidTime: said, SaidPrecision: precision,
		})
	}
	return m
}

// OriginalsOf converts originals back.
func OriginalsOf(ms []*onrecordv1.QuoteOriginal) []onrecord.Original {
	var all []onrecord.Original
	for _, m := range ms {
		all = append(all, originalOf(m))
	}
	return all
}

func originalOf(m *onrecordv1.QuoteOriginal) onrecord.Original {
	o := onrecord.Original{
		Claim: ClaimOf(m.GetClaim()), Others: m.GetOtherClaims(), Verdict: VerdictOf(m.GetVerdict()), SameSpeaker: m.GetSameSpeaker(),
		Span: SpanOf(m.GetSpan()), Flags: QuoteFlagsOf(m.GetFlags()), Similarity: float64(m.GetSimilarity()), AppearanceCount: int(m.GetAppearanceCount()),
		Group: GroupOf(m.GetGroup()),
	}
	o.Edits = editsOf(m.GetEdits())
	for _, c := range m.GetCuts() {
		o.Cuts = append(o.Cuts, onrecord.QuoteCut{
			Place: fromWire(cutPlaces, c.GetPlace()), Words: int(c.GetWords()), Span: SpanOf(c.GetSpan()), Text: c.GetText(),
			AtSentence: c.GetAtSentence(), Marked: c.GetMarked(), Flags: QuoteFlagsOf(c.GetFlags()),
		})
	}
	for _, a := range m.GetAppearances() {
		o.Appearances = append(o.Appearances, onrecord.QuoteAppearance{
			Claim: a.GetClaim(), Article: citationOf(a.GetSource()), When: DateOf(a.GetSaidTime(), a.GetSaidPrecision()),
		})
	}
	return o
}

func edits(edits []onrecord.QuoteEdit) []*onrecordv1.QuoteEdit {
	var ms []*onrecordv1.QuoteEdit
	for _, e := range edits {
		ms = append(ms, &onrecordv1.QuoteEdit{
			Op: toWire(editOps, e.Op), QuoteSpan: Span(e.Quote), OriginalSpan: Span(e.Original),
			QuoteText: e.QuoteText, OriginalText: e.OriginalText, Flags: quoteFlags(e.Flags),
		})
	}
	return ms
}

func editsOf(ms []*onrecordv1.QuoteEdit) []onrecord.QuoteEdit {
	var edits []onrecord.QuoteEdit
	for _, m := range ms {
		edits = append(edits, onrecord.QuoteEdit{
			Op: fromWire(editOps, m.GetOp()), Quote: SpanOf(m.GetQuoteSpan()), Original: SpanOf(m.GetOriginalSpan()),
			QuoteText: m.GetQuoteText(), OriginalText: m.GetOriginalText(), Flags: QuoteFlagsOf(m.GetFlags()),
		})
	}
	return edits
}

func quoteFlags(flags []onrecord.QuoteFlag) []onrecordv1.QuoteFlag {
	var ms []onrecordv1.QuoteFlag
	for _, f := range flags {
		ms = append(ms, toWire(flagsOfQuotes, f))
	}
	return ms
}

// QuoteFlagsOf converts flags back.
func QuoteFlagsOf(ms []onrecordv1.QuoteFlag) []onrecord.QuoteFlag {
	var flags []onrecord.QuoteFlag
	for _, m := range ms {
		flags = append(flags, fromWire(flagsOfQuotes, m))
	}
	return flags
}

var verdicts = []enumPair[onrecord.Verdict, onrecordv1.QuoteVerdict]{
	{onrecord.VerdictUnknown, onrecordv1.QuoteVerdict_QUOTE_VERDICT_UNSPECIFIED},
	{onrecord.VerdictVerbatim, onrecordv1.QuoteVerdict_QUOTE_VERDICT_VERBATIM},
	{onrecord.VerdictPartial, onrecordv1.QuoteVerdict_QUOTE_VERDICT_PARTIAL},
	{onrecord.VerdictMisattributed, onrecordv1.QuoteVerdict_QUOTE_VERDICT_MISATTRIBUTED},
	{onrecord.VerdictAltered, onrecordv1.QuoteVerdict_QUOTE_VERDICT_ALTERED},
	{onrecord.VerdictParaphraseOnly, onrecordv1.QuoteVerdict_QUOTE_VERDICT_PARAPHRASE_ONLY},
	{onrecord.VerdictNotFound, onrecordv1.QuoteVerdict_QUOTE_VERDICT_NOT_FOUND},
}

var flagsOfQuotes = []enumPair[onrecord.QuoteFlag, onrecordv1.QuoteFlag]{
	{onrecord.FlagUnknown, onrecordv1.QuoteFlag_QUOTE_FLAG_UNSPECIFIED},
	{onrecord.FlagNegation, onrecordv1.QuoteFlag_QUOTE_FLAG_NEGATION_CHANGED},
	{onrecord.FlagNumber, onrecordv1.QuoteFlag_QUOTE_FLAG_NUMBER_CHANGED},
	{onrecord.FlagCondition, onrecordv1.QuoteFlag_QUOTE_FLAG_CONDITION_DROPPED},
	{onrecord.FlagOtherDate, onrecordv1.QuoteFlag_QUOTE_FLAG_OTHER_DATE},
	{onrecord.FlagNoDate, onrecordv1.QuoteFlag_QUOTE_FLAG_DATE_NOT_CERTAIN},
}

var editOps = []enumPair[onrecord.EditOp, onrecordv1.QuoteEdit_Op]{
	{onrecord.EditSame, onrecordv1.QuoteEdit_OP_SAME},
	{onrecord.EditSame, onrecordv1.QuoteEdit_OP_UNSPECIFIED},
	{onrecord.EditInserted, onrecordv1.QuoteEdit_OP_INSERTED},
	{onrecord.EditDeleted, onrecordv1.QuoteEdit_OP_DELETED},
	{onrecord.EditReplaced, onrecordv1.QuoteEdit_OP_REPLACED},
	{onrecord.EditOmitted, onrecordv1.QuoteEdit_OP_OMITTED},
	{onrecord.EditBrackets, onrecordv1.QuoteEdit_OP_BRACKETS},
}

var cutPlaces = []enumPair[onrecord.CutPlace, onrecordv1.QuoteCut_Place]{
	{onrecord.CutUnknown, onrecordv1.QuoteCut_PLACE_UNSPECIFIED},
	{onrecord.CutStart, onrecordv1.QuoteCut_PLACE_START},
	{onrecord.CutInside, onrecordv1.QuoteCut_PLACE_INSIDE},
	{onrecord.CutEnd, onrecordv1.QuoteCut_PLACE_END},
}
