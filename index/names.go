package index

import (
	"strings"

	"github.com/onrecord/onrecord"
)

// The documents of an index have names of their own, as each is kept twice for
// every claim: that of an article is its ID, that of a claim the article's ID,
// a dot and the claim's, that of what is left of an article's text its ID and
// a dot. A ledger's entry is called by its resource name, and so were articles
// and claims before mapping 8: what has a slash is a resource name.

const (
	nameDot    = "."
	claimsPart = "/claims/" // of a claim's resource name
)

func claimDocumentName(articleID, claimID string) string { return articleID + nameDot + claimID }

func textDocumentName(articleID string) string { return articleID + nameDot }

// resourceName returns the resource name of what is in a document; "" where it
// is a part of an article only.
func resourceName(document string) string {
	if strings.Contains(document, "/") {
		return document
	}
	articleID, claimID, isPart := strings.Cut(document, nameDot)
	switch {
	case !isPart:
		return onrecord.ArticleName(articleID)
	case claimID == "":
		return ""
	}
	return onrecord.ClaimName(articleID, claimID)
}

// documentName returns the name of the document of an article or a claim with
// a resource name.
func documentName(resource string) string {
	rest, _ := strings.CutPrefix(resource, onrecord.ArticleName(""))
	articleID, claimID, isClaim := strings.Cut(rest, claimsPart)
	if !isClaim {
		return articleID
	}
	return claimDocumentName(articleID, claimID)
}
