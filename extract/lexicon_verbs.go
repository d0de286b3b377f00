package extract

// The verbs that attribute, by class. A line holds the lemma, the letters of
// the complements it takes (see complement) and the prepositions or particles
// that lead to its content.

// statementVerbs state something: what follows is what was said.
const statementVerbs = `
say tbqwc
reckon tbqc
aver tbqc
avow tbqn
intimate tbc
advise otqi
reassure otb of
beg oqi
hiss qc
mumble qc
envisage tbng
forewarn otb of
tell obtqwci
add tbqc
note tbqnwc
write tbqwc
claim tbqnicg
argue tbqc for against
state tqnc
announce tbqnc
declare tbqnc
explain tbqnwc
suggest tbqngc
insist tbqc on
assert tbqnc
acknowledge tbqngc
admit tbqngc to
concede tbqnc
contend tbqc
maintain tqc
allege tbqnc
warn otbqc of about against
tweet tbqnc about
retweet qn
reply tbqc
respond tqc with
answer tqc
retort tbqc
counter tbqc
report tbqngc
reveal tqnwc
disclose tbqnwc
confirm tqnwc
deny tqng
predict tbqnwc
promise otbqnic
pledge tbqnic
vow tbqnic
conclude tbqc
observe tqc
remark tbqc on
comment qc
complain tbqc about of
emphasize tbqnwc
emphasise tbqnwc
stress tbqnwc
underscore tbqnw
underline tbqn
reiterate tbqnc
repeat tbqnc
recall tbqngwc
recount tbqnwc
indicate tbqnwc
imply tbqn
hint tbqc at
boast tbqc of about
joke tbqc about
quip tbqc
assure otbq of
inform otb of about
remind otbq of
notify otb of
ask oqwic about for
wonder qwc
testify tqc
estimate tbqnc
proclaim tbqnc
pronounce tbqa
caution otbqc against
clarify tbqnwc
mention tqng
post tqnc
email otbq
text otbq
telegraph otbq
blog tbqc about
recommend tbqng
speculate tbqc about
theorize tbc
hypothesize tbc
reason tqc
opine tbqc
lament tbqnc
bemoan qn
rejoin qc
exclaim tqc
shout tqc
yell tqc
cry qc
scream tqc
chant qc
whisper tqc
mutter tqc
murmur qc
sigh qc
laugh qc
sneer qc
snap qc
fume qc
rant qc
gush qc
marvel tqc at
muse tqc about
ponder qwc
continue qc
begin q
interject qc
interrupt qc
call a
describe a
identify a
dub a
label a
brand a
deem a
characterize a
portray a
depict a
term a
refer q to
dispute tbqnw
refute tbqn
rebut tbqn
confess tbqc to
certify tbn
attest tbc to
swear tbic
publicize tn
detail nw
outline nw
specify tbnwc
elaborate qc on
summarize qnc
paraphrase q
quote q
read qt
relay tbqn
rule t
find tc
determine t
calculate tbnc
forecast tbnc
project tb
hail a
profess ti
posit tbc
postulate tb
surmise tbc
volunteer tqc
venture tq
echo qn
affirm tqn
reaffirm tbqn
vouch t
gripe tqc about
grumble tqc about
crow tqc
brag tbqc about of
point:out tbqnwc
point:to n
express n
shoot:back qc
fire:back qc
speak:out q
make:clear tb
put:it bqc
go:on qc
chime:in qc
wave:off n
refer:to n
agree tqc
concur tqc
disclaim n
divulge tnw
stipulate tbc
protest tqc
object tqc
plead qc
implore oq
urge oqit
demand tqni
order oqi
instruct oqi
request tqni
query qw
inquire qwc about
question w
teach t
counsel oqi
scold oq
tease oq
taunt oq
pen q
pray t
bark qc
bellow qc
blurt qc
boom qc
chime qc
chuckle qc
crack qc
deadpan qc
enthuse qc
groan qc
growl qc
intone qc
jest qc
moan qc
pout qc
roar qc
shriek qc
snarl qc
sob qc
stammer qc
stutter qc
thunder qc
vent qc
wail qc
wisecrack qc
demur qc
chat q
hedge q
allude q to
rail q against
`

// speechVerbs act by speaking: what follows is about whom or what.
const speechVerbs = `
chide naq
threaten ti
call:for n
call:on oi
call:out na
hit:back qc
herald na
knock na for
liken n
offer n
tout na

accuse na
criticize na
criticise na
blame na
blast na for as
slam na for as
condemn na for as
denounce na for as
praise na
applaud n for
attack na for as
mock na for
ridicule na for as
deride na as
decry na as
assail na for as
lambaste na for as
castigate n for
chastise n for
rebuke n for
bash n for
dismiss na as
reject na as
defend na as
talk q about of
speak q about of
thank n for
apologize i for
beseech oqi
propose tbnig
advocate n for
endorse n
show tbnw
credit na
congratulate n for on
hammer n for over
rip n for
pan n
skewer n for
berate n for
charge tn
decline i
refuse i
demonstrate tbw
trumpet n
champion n
salute n
`

// attitudeVerbs tell what somebody thinks, wants or fears.
const attitudeVerbs = `
think tbw of about
believe tb in
hope tbi for
fear tb
want ni
wish tbi for
expect tbni
know tbw about
feel tb
doubt tbw
worry tb about
consider a
support n
oppose n
favor n
prefer n
understand tbw
realize tbw
recognize tbn
decide tiw
plan i
intend i
seek ni
imagine tbw
assume tb
suspect tb
anticipate tbn
welcome n
regret tn
appreciate n
view a
regard a
see a
trust t
dream t of
guess tbc
figure tbc
foresee tbn
resent tn
`
