package onrecord

// Surroundings returns what the article says around the claim: its headline,
// the rest of the sentence and the venue. They tell what a claim is about where
// its own words do not ("It will not happen").
func (c *Claim) Surroundings() string { return lines(c.Article.Title) + c.Beside() }

// Beside returns the nearer part of Surroundings: the rest of the sentence and
// the venue.
func (c *Claim) Beside() string {
	start, end := c.Span.Start-c.Sentence.Start, c.Span.End-c.Sentence.Start
	if 0 <= start && start <= end && end <= len(c.SentenceText) && c.SentenceText[start:end] == c.Text {
		return lines(c.SentenceText[:start], c.SentenceText[end:], c.Venue)
	}
	return lines(c.SentenceText, c.Venue)
}

// Reporting returns the words by which the article reports the claim: the cue,
// who said it and when. They stand around it, and say nothing of its matter.
func (c *Claim) Reporting() string {
	return lines(c.Cue, c.Mention, c.Speaker.Name, c.Speaker.Title, c.SaidText, c.ReportedVia)
}

// lines writes each part that is not empty as a line.
func lines(parts ...string) string {
	var text []byte
	for _, part := range parts {
		if part != "" {
			text = append(append(text, part...), '\n')
		}
	}
	return string(text)
}
