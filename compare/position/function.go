package position

// negators turn around what follows; of a phrase, all its words are one.
const negators = `not, no, never, none, nobody, nothing, nowhere, neither, nor, without, cannot, hardly, scarcely, no longer, not any more, not any longer, no one, not one, not a single, noone, far from, anything but, by no means, in no way, under no circumstances, not under any circumstances, not at all, rather than, instead of`

// idioms look like negations and are none.
const idioms = `not only, not just, not merely, not simply, not least, not to mention, no doubt, without doubt, without a doubt, no question, without question, no wonder, no matter, no later than, no earlier than, no sooner than, no less than, no fewer than, no more than, and no more, no sooner, nothing but, cannot but, can not but, whether or not, or not, why not, if not, never mind, more or less, none other than, second to none, not unlike, last but not least, not for nothing, not the only, not the first, not the last, not alone, like it or not, not to say, not long ago`

// Modal words, by how firmly they commit: what is certain or promised, what is
// due, what ought to be, what is only possible or hoped for, and what holds for
// the present only.
const (
	firmWords     = `=will, =shall, going to, certainly, definitely, undoubtedly, guarantee, promise, pledge, vow, swear, commit to, determined to, is to, are to`
	dutyWords     = `=must, have to, need to, obliged to, required to, got to, bound to`
	adviceWords   = `=should, ought to, had better`
	possibleWords = `=may, =might, =could, perhaps, maybe, possibly, conceivably, probably, hope to, wish to, would like to, try to, consider, think about, thinking about, thinking of, explore, look into, look at, study, possible, likely, unlikely, unsure, not sure, not certain, want to see whether, open to, wait and see`
	reportedWords = `=would`
	foreverWords  = `never, under no circumstances, not under any circumstances, ever, for ever, forever`
	presentWords  = `now, not yet, for now, at present, at the moment, for the moment, at this time, at this point, at this stage, for the time being, today, right now, currently, this time`
)

// Words of little meaning of their own, which weigh less. Through verbs and the
// nouns of plans a negation goes to what they lead to: "do not want to sign", "no
// plan to sign", "no chance of a ceasefire".
const (
	lightVerbs = `want, wish, intend, need, think, believe, expect, suppose, see, feel, say, tell, know, mean, go, come, let, make, get, take, put, give, keep, promise, hope, bring, use, seem, appear, ask, dream, try, start, happen, work, call, look, do, able, ready, =willing, prepared, interested, going`
	emptyVerbs = `say, tell, seem, appear, happen, look, call, ask`
	lightNouns = `plan, intention, intent, reason, way, chance, desire, question, prospect, point, possibility, interest, thought, idea, case`
	generics   = `many, thing, anything, everything, something, well, long, people, time, year, month, week, day, today, lot, kind, first, last, next, twice, kid, child, man, woman, anybody, somebody, everybody, anyone, someone, everyone, good, great, big, old, new, number, place, world, country, nation, part, percent, million, billion, thousand, two, three, actually, even, really, so, back, own, every, single, true, system`
)

// shellNouns stand for what is before them: "the ceasefire agreement".
const shellNouns = `agreement, deal, plan, project, proposal, programme, program, law, bill, scheme, idea, treaty, policy, measure, issue, question, talks, process, system, decision, option, offer`

// sayingVerbs give another's words or mind, where their subject is not the
// speaker.
const sayingVerbs = `say, claim, argue, insist, allege, believe, think, want, demand, predict, suggest, tell, warn, fear, hope, expect, pretend, complain, assert, threaten`

// Words that begin a clause. A condition or a time is not asserted.
const (
	conditionStarters = `if, unless, whether, until, till, when, whenever, once, provided, supposing, in case, as long as, so long as, as soon as, even if, lest, suppose, imagine`
	reasonStarters    = `because, although, though, while, whereas, since, even though, except, but, yet, so, for which, which, whose, where`
	otherStarters     = `who, whom, those who`
)

const (
	modalVerbs    = `=will, =shall, =would, =may, =might, =must, =can, =could, =should, =ought`
	adverbs       = `always, never, ever, also, still, often, now, just, even, once, again, yet, already, then, soon, too`
	selfPronouns  = `i, we, me, us, my, our, myself, ourselves`
	otherPronouns = `he, she, it, they, you, him, her, them, his, their, your, this, that, these, those, there, everyone, somebody, someone, everybody, anyone, people`
	auxiliaries   = `be, am, is, are, was, were, been, being, =do, =does, =did, have, has, had, having, can, ca, sha, wo`
)
