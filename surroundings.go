package onrecord

// Surroundings returns what the article says around the claim: its headline,
// the rest of the sentence and the venue. They tell what a claim is about where
// its own words do not ("It will not happen").
func (c *Claim) Surroundings() string {
	parts := [...]string{c.Article.Title, "", c.SentenceText, c.Venue}
	start, end := c.Span.Start-c.Sentence.Start, c.Span.End-c.Sentence.Start
	if 0 <= start && start <= end && end <= len(c.SentenceText) && c.SentenceText[start:end] == c.Text {
		parts[1], parts[2] = c.SentenceText[:start], c.SentenceText[end:]
	}
	var around []byte
	for _, part := range parts {
		if part != "" {
			around = append(append(around, part...), '\n')
		}
	}
	return string(around)
}
