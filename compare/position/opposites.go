package position

// opposites are words and phrases of opposite meaning, by lemma: a row a
// direction, what goes along with it before the bar and what goes against it
// behind. All words of one side are opposite to all of the other; a word can
// stand in several rows. "=" stands before a word whose other forms mean
// something else.
const opposites = `
support, endorse, favour, favor, welcome, approve, accept, agree, embrace, champion, advocate, adopt, vote for, in favour of, in favor of, in support of, take up, applaud, =backed, =backs, i back, we back, to back | oppose, reject, refuse, condemn, resist, disapprove, veto, rule out, object, denounce, vote against, be against, turn down, decline, dismiss, deplore, spurn, repudiate, abhor
consider, contemplate, explore, weigh, study, look at, discuss, entertain, agree, accept | rule out, exclude, dismiss, reject, refuse
sign, ratify, adopt, conclude, seal, join, accept, enter | reject, refuse, abandon, walk away from, pull out of, withdraw from, tear up, rip up, repeal, revoke, cancel, quit, leave, renounce, rule out
=willing, ready, prepared, consent, agree | refuse, decline, unwilling, reluctant
open, reopen, unlock | close, shut, shut down, seal, lock
raise, increase, hike, boost, grow, go up, rise, expand, extend, widen, enlarge, climb, soar, double, triple | lower, cut, reduce, slash, decrease, shrink, fall, drop, decline, go down, trim, halve, narrow, scale back, cut back, curb, cap, freeze
impose, introduce, maintain, keep, tighten, levy, enforce, apply | lift, remove, scrap, abolish, ease, relax, waive, suspend, repeal, drop
keep, retain, preserve, maintain, save, protect, stay, remain | scrap, abolish, abandon, drop, axe, ditch, eliminate, dismantle, get rid of, do away with, phase out, remove, sacrifice, give up
allow, permit, legalise, legalize, authorise, authorize, license, tolerate, let | ban, forbid, prohibit, outlaw, block, bar, prevent, criminalise, criminalize, stop
begin, start, launch, resume, restart, initiate, commence | end, stop, halt, cease, suspend, cancel, call off, abandon, finish, conclude, break off, terminate, discontinue
extend, prolong, renew | end, terminate, expire, lapse
continue, go on, carry on, persist, stay, remain | end, stop, halt, cease, finish, quit, pull out, withdraw
send, deploy, commit | withdraw, recall, pull out, bring home, evacuate, pull back
build, construct, erect | demolish, dismantle, tear down, pull down, raze
buy, purchase, acquire, nationalise, nationalize | sell, sell off, privatise, privatize, divest
win, victory, triumph, success, succeed | lose, defeat, fail, failure, loss
safe, secure, harmless | dangerous, unsafe, risky, hazardous, harmful, insecure
true, correct, accurate, right, truth | false, incorrect, wrong, untrue, inaccurate, lie, mistaken, nonsense
legal, lawful, constitutional, legitimate | illegal, unlawful, unconstitutional, illegitimate
guilty | innocent
good, great, excellent, wonderful, best | bad, terrible, awful, worst, horrible, disastrous
possible, feasible, achievable, realistic | impossible, unfeasible, unrealistic, unthinkable
necessary, essential, vital, indispensable | unnecessary, needless, superfluous
strengthen, reinforce, toughen, tighten, harden | weaken, undermine, dilute, soften, loosen, relax, water down
trust, confidence, faith | distrust, mistrust, doubt
love, like, admire, adore | hate, dislike, detest, loathe, despise
praise, applaud, commend, hail, celebrate | criticise, criticize, condemn, blame, denounce, deplore
confirm, admit, acknowledge, concede, recognise, recognize | deny, dispute, contest, disavow
include | exclude, leave out, omit
friend, ally, partner, friendly | enemy, foe, adversary, hostile
peace, peaceful | war
help, aid, assist, benefit | harm, hurt, hinder, hamper, damage
free, release, liberate | jail, imprison, detain, arrest, lock up
invite | expel, disinvite, uninvite, turn away
hire, recruit, employ, appoint | fire, sack, dismiss, lay off
fund, finance, subsidise, subsidize, pay for | defund, starve
stable, steady, calm | unstable, chaotic, volatile
strong, robust, healthy | weak, fragile, ailing
honest, truthful, sincere | dishonest, deceitful, liar
loyal | disloyal
clean, unspoiled | dirty, polluted, poisoned
easy, simple | hard, difficult
unite, united, unity | divide, divided, split
respect, honour, honor, obey, observe, uphold, abide by, comply with | breach, violate, flout, ignore, betray, defy, break
fair, just | unfair, unjust
join, enter, sign up to | leave, quit, exit, pull out of, withdraw from, drop out, drop out of
attend, participate, take part, show up | boycott, skip, stay away from, shun, miss
surrender, yield, capitulate, give in, back down, give way | fight, hold out, stand firm
accelerate, speed up, hasten, bring forward | slow down, delay, postpone, defer, put off
disclose, reveal, publish, share, make public | hide, conceal, withhold, suppress, keep secret
popular | unpopular
effective | ineffective, useless, pointless
affordable, cheap | unaffordable, expensive, costly
eligible, entitled | ineligible
independent | dependent
likely, probable | unlikely, improbable
stay, remain, stay on | leave, depart, quit, resign, step down
arm, rearm, militarise, militarize | disarm, demilitarise, demilitarize
encourage, promote | discourage, deter
agree | disagree, differ
connect | disconnect, sever, cut off
regulate | deregulate
centralise, centralize | decentralise, decentralize
escalate | deescalate
freeze | unfreeze, thaw
pay, repay | withhold, owe, default
pardon, forgive | punish, prosecute, convict
convict, charge, indict | acquit, exonerate, clear
profit, gain, surplus | loss, deficit
winner | loser
progress, breakthrough | setback
better, improve, improvement | worse, worsen, deteriorate
optimistic, hopeful, confident | pessimistic, doubtful, hopeless
proud | ashamed
competent, capable, able, fit, qualified | incompetent, incapable, unable, unfit, unqualified
temporary | permanent
voluntary, optional | compulsory, mandatory, obligatory
grant, award, give | deny, revoke, strip
talk to, talk with, negotiate, meet | break off, boycott
arrive, come back, return | flee, depart
remember | forget
merge | separate, split
rise, climb, soar, jump | fall, plunge, sink, tumble, drop
advance | retreat, withdraw, pull back
found, create, establish, set up | abolish, dissolve, disband, wind up
satisfied, happy, content | dissatisfied, unhappy
public | secret
adequate, sufficient, enough | inadequate, insufficient
`

// partingWords are words that tell two things apart of which one sentence may hold and
// the opposite of the other: what is said of the north says nothing of the south.
const partingWords = `
rich, wealthy, millionaire, billionaire, top, upper, richest, wealthiest | poor, bottom, middle class, working class, low income, lower income, poorest
north, northern | south, southern
east, eastern | west, western
man, boy, male | woman, girl, female
import | export
public | private
young, youth, children | old, elderly, pensioner
urban, city, town | rural, village, countryside
federal, national | local, municipal
domestic | foreign
army | navy
day | night
`

// complementers are the words of opposites that turn around the verb that
// depends on them ("refuse to sign", "rule out signing"); others say nothing of
// it unless the other statement has a word of their row.
const complementers = `refuse, decline, unwilling, reluctant, rule out, reject, oppose, be against, object, resist, deny, unable, incapable, unlikely, impossible, wrong, untrue, false, prevent, stop, fail, forget, abandon, avoid`
