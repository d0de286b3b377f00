package service

import (
	"strings"
	"unicode"
)

// ParseArticleName takes "articles/{article}" apart. field is where the name
// stands in the request.
func ParseArticleName(field, name string) (articleID string, err error) {
	rest, ok := strings.CutPrefix(name, "articles/")
	if !ok || !isID(rest) {
		return "", badField(field, "NOT_A_NAME", "must be a name of the form articles/{article}")
	}
	return rest, nil
}

// ParseClaimName takes "articles/{article}/claims/{claim}" apart. field is
// where the name stands in the request.
func ParseClaimName(field, name string) (articleID, claimID string, err error) {
	rest, ok := strings.CutPrefix(name, "articles/")
	articleID, claimID, found := strings.Cut(rest, "/claims/")
	if !ok || !found || !isID(articleID) || !isID(claimID) {
		return "", "", badField(field, "NOT_A_NAME", "must be a name of the form articles/{article}/claims/{claim}")
	}
	return articleID, claimID, nil
}

// parseSpeakerName takes "speakers/{speaker}" apart.
func parseSpeakerName(field, name string) (speakerID string, err error) {
	rest, ok := strings.CutPrefix(name, "speakers/")
	if !ok || !isID(rest) {
		return "", badField(field, "NOT_A_NAME", "must be a name of the form speakers/{speaker}")
	}
	return rest, nil
}

// isID reports whether s can stand between the slashes of a name.
func isID(s string) bool {
	return s != "" && len(s) <= MaxNameBytes && !strings.ContainsFunc(s, func(r rune) bool {
		return r == '/' || r == unicode.ReplacementChar || unicode.IsSpace(r) || unicode.IsControl(r)
	})
}
