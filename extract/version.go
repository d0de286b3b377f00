package extract

// Version counts what became of the rules, lists and weights: it goes up with
// every release in which Claims or Language answers otherwise than before for
// some article. Stored articles are brought up to date by it.
const Version = 1
