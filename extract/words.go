package extract

// The closed lists behind the word classes, in lower case.
const (
	determiners = `the a an this these those some any each every no another both all many most several few two three four
five six seven eight nine ten either neither such`

	prepositions = `of in on at for from with by to about as into over under after before during against between among
through without within toward towards upon across behind beyond near since until despite amid alongside like per via
including regarding concerning around outside inside following unlike`

	subjectPronouns = `he she they i we`

	otherPronouns = `it you him her them me us himself herself themselves itself myself ourselves yourself
everyone somebody someone nobody anyone everybody others`

	possessives = `his her their its my our your whose`

	auxiliaries = `is are was were be been being am has have had having do does did done 's 're 've 'm
isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't`

	modals = `will would could should may might must can shall 'll 'd cannot can't won't wouldn't couldn't shouldn't
mustn't ought`

	coordinators = `and but or nor yet &`

	subordinators = `that because while if when although though unless whereas once since after before until as whether
where why how what lest`

	relatives = `who which that whom whose`

	questionWords = `whether if why how what who where when which`

	adverbs = `also then now again even still just never always often once later earlier recently not n't so too
already soon further instead however meanwhile though perhaps maybe repeatedly simply quickly only ever yesterday today
tonight tomorrow moreover furthermore nevertheless nonetheless therefore thus indeed rather quite very almost nearly
back twice first finally initially previously afterward afterwards elsewhere here there together yet flatly long
sometimes separately likewise similarly additionally specifically apparently reportedly allegedly famously well
at-once probably certainly clearly obviously frankly basically actually really`

	timeWords = `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
saturdays sundays january february march april may june july august september october november december jan. feb. mar. apr.
aug. sept. sep. oct. nov. dec. today yesterday tonight tomorrow morning afternoon evening night week weekend month year
earlier later ago last recently midday noon overnight a.m. p.m. hour hours days weeks months years day moments shortly`

	addressees = `reporters journalists viewers supporters lawmakers voters investors delegates them me us him her
people everyone listeners readers senators congress crowds audiences attendees donors police officers investigators
officials analysts you`

	titles = `mr. mrs. ms. miss dr. sen. sens. rep. reps. gov. govs. gen. lt. col. maj. sgt. capt. cmdr. adm. prof. rev. fr. hon.
president vice prime minister premier chancellor secretary senator senators representative representatives congressman
congresswoman governor governors mayor speaker judge justice chief attorney general sheriff ambassador king queen prince princess pope cardinal
bishop archbishop rabbi imam reverend professor director chairman chairwoman chair ceo cofounder founder spokesman
spokeswoman spokesperson sir dame lord lady captain colonel major sergeant lieutenant commander officer detective
inspector superintendent commissioner deputy former ex acting interim co-founder republican democratic democrat editor
manager strategist analyst foreign treasury defense interior finance state senate house majority minority leader
candidate nominee presidential councilman councilwoman councillor councilor administrator envoy coach pastor sister
father brother first lady undersecretary supt. insp. det. pres. spokesperson-designate chairperson`

	finiteVerbs = `makes made goes went gets got takes took comes came gives gave knows knew thinks thought sees saw
wants wanted needs needed looks looked seems seemed becomes became keeps kept lets let begins began shows showed helps
helped runs ran moves moved lives lived believes believed holds held brings brought happens happened stands stood loses
lost pays paid meets met includes included continues continued sets leads led understands understood watches watched
follows followed stops stopped creates created spends spent grows grew opens opened walks walked wins won offers offered
remembers loves loved considers appears appeared buys bought waits waited serves served dies died sends sent expects
expected builds built stays stayed falls fell reaches reached remains remained wrote puts left found felt called
ate bent bled blew bore broke caught chose clung crept dealt drank drew drove dug fled flew flung forbade forgot forgave froze
hid hung knelt lent overcame overtook quit rang rode rose sang sank sat shook shot shrank slept slid sold sought spoke spun
stole stuck strode swam swept swore swung taught threw tore underwent undertook upheld wept withdrew withheld woke wore
faces faced laughed smiled nodded met fears hopes plans supports opposed opposes refused refuses`
)

// notAdverbs end in -ly and are none.
var notAdverbs = wordSet(`family early only daily weekly friendly likely unlikely elderly assembly reply supply ally italy
july rally apply imply comply fly rely bully deadly costly lonely lovely monthly yearly hourly quarterly anomaly monopoly`)
