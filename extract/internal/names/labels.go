package names

// labels are words that stand before a colon and say what follows, not who
// speaks ("Claim: …", "Q&A: …", "Read more: …").
var labels = phrases(`q&a q claim claims verdict rating ruling fact facts check exclusive breaking update updates updated live watch listen video photo
photos image analysis opinion editorial review related note notes correction clarification background about contact contacts media source sources
credit read more summary highlights conclusion quote quotes day week key points bottom line date time place location subject re from where when
what why how who editor 's reality context question answer`)

// IsLabel reports whether the word, in lower case, can be one that stands
// before a colon and says what follows.
func IsLabel(w string) bool { return labels[w] }
