package names

// Nouns for what a person is. maleRoles and femaleRoles tell the gender too.
const (
	titleRoles = `
president vice-president secretary senator sen. sens. sen representative rep. reps. rep governor gov. govs. gov mayor minister premier chancellor chairman chairwoman chairperson chair
ceo cfo coo cto chief director editor editor-in-chief general gen. colonel col. major maj. captain capt. lieutenant lt. sergeant sgt. corporal cpl. admiral adm. commander cmdr. brigadier brig. marshal private detective det.
inspector insp. superintendent supt. constable officer sheriff deputy trooper agent judge justice magistrate attorney prosecutor lawyer solicitor barrister ambassador envoy consul diplomat pope cardinal archbishop bishop
reverend rev. pastor father fr. rabbi imam sheikh ayatollah mullah sister brother deacon vicar priest monsignor msgr. king queen prince princess duke duchess emperor empress sultan emir shah lord lady baron baroness sir dame count countess
rt hon rev engr engr. barr. alhaji alhaja cm dcm cllr cllrs dci dsi det sgt supt insp capt col lt cpl maj ald brig cmdr
dr. dr doctor professor prof. prof mr. mr mrs. mrs ms. ms miss mx. messrs. mme. coach manager councillor councilman councilwoman councilmember alderman congressman congresswoman lawmaker legislator
speaker leader whip delegate spokesman spokeswoman spokesperson adviser advisor strategist aide counsel counselor treasurer commissioner administrator controller comptroller
founder co-founder cofounder publisher host anchor anchorman anchorwoman correspondent reporter columnist journalist commentator analyst pundit contributor author novelist writer poet playwright historian economist
scientist physicist chemist biologist psychologist psychiatrist sociologist political-scientist pollster researcher scholar fellow expert activist organizer
actor actress comedian comedienne singer rapper musician frontman guitarist drummer director producer filmmaker photographer artist designer architect model celebrity star
businessman businesswoman billionaire mogul tycoon developer investor banker entrepreneur executive millionaire
candidate nominee front-runner frontrunner contender challenger incumbent rival running-mate hopeful mp mep mla mpp pm hon. pres. atty.
first-lady premier dictator strongman warlord rebel militant soldier veteran airman
republican democrat libertarian committeeman committeewoman assemblyman assemblywoman coordinator superdelegate
magnate financier philanthropist tsar czar negotiator mediator spokesmen vice
`
	commonRoles = `
eyewitness onlooker passerby neighbour mum dad mom trader shopper passenger commuter motorist cyclist holidaymaker spectator fan pupil carer caregiver campaigner
person man woman boy girl guy lady gentleman individual teenager adult child kid baby son daughter husband wife spouse partner father mother parent brother sister uncle aunt nephew niece cousin
grandfather grandmother grandson granddaughter fiance fiancee widow widower boyfriend girlfriend friend neighbor neighbour resident native citizen immigrant refugee migrant tourist
student teacher principal dean graduate alumnus professor lecturer instructor academic nurse physician doctor surgeon therapist patient farmer rancher worker laborer driver pilot engineer mechanic plumber
electrician carpenter builder cook chef waiter waitress bartender owner shopkeeper salesman salesperson saleswoman clerk cashier employee employer boss staffer intern volunteer supporter backer donor fundraiser
critic opponent ally colleague co-worker associate insider veteran voter protester protestor demonstrator marcher heckler attendee participant observer bystander witness victim survivor suspect
defendant plaintiff accuser attacker assailant gunman shooter bomber killer terrorist criminal inmate prisoner convict fugitive lobbyist consultant operative staff-member member official bureaucrat
policeman policewoman firefighter fireman paramedic guard guardian bodyguard translator interpreter assistant deputy head boss chief source whistleblower informant moderator questioner caller interviewer interviewee
player athlete quarterback goalkeeper striker midfielder batsman bowler pitcher catcher referee umpire trainer jockey golfer boxer swimmer runner
broadcaster blogger presenter newscaster programmer technician theologian philosopher prophet missionary evangelist preacher nun monk priest
conservative liberal progressive socialist communist nationalist populist centrist moderate tory monarch royal heir politician statesman stateswoman newcomer
mogul magnate hero heroine icon legend personality blonde newcomer retiree pensioner homeowner tenant landlord juror lawman cop
frontrunner supermodel songwriter composer pianist violinist dancer choreographer sculptor painter illustrator cartoonist
wrestler champion medalist cyclist skier skater economist-in-chief commander-in-chief mastermind
`
	maleRoles = `
mr. mr messrs. sir lord king prince duke emperor sultan emir shah baron count father fr. brother monsignor pope cardinal imam ayatollah sheikh rabbi mullah priest chairman spokesman congressman councilman alderman assemblyman committeeman
businessman anchorman frontman actor man boy guy gentleman son husband uncle nephew grandfather grandson fiance widower boyfriend policeman fireman gunman salesman waiter statesman lawman hero monk airman
`
	femaleRoles = `
mrs. mrs ms. ms miss mme. dame lady queen princess duchess empress baroness countess sister chairwoman spokeswoman congresswoman councilwoman assemblywoman committeewoman businesswoman anchorwoman actress comedienne woman girl daughter wife
aunt niece grandmother granddaughter fiancee widow girlfriend policewoman saleswoman waitress stateswoman heroine nun mother first-lady blonde
`
	// honorifics are no titles of their own: "Mr. Velden" has none.
	honorifics = `rt hon mr. mr mrs. mrs ms. ms miss mx. messrs. mme. dr. dr sir dame lord lady hon. prof. prof rev. rev fr.`

	// kinship are roles towards somebody else.
	kinship = `son daughter husband wife spouse partner father mother parent brother sister uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter fiance fiancee
widow widower boyfriend girlfriend friend parents sons daughters brothers sisters children kids friends`

	// modifiers may stand in a title before the role word.
	modifiers = `
former ex- then acting interim deputy assistant associate senior junior chief top leading longtime long-time veteran current outgoing incoming new retired late prominent influential conservative liberal progressive moderate
republican democratic libertarian independent presidential vice-presidential vice gubernatorial senatorial congressional presumptive likely foreign prime finance defense defence interior health education energy trade labor labour
transport transportation agriculture environment security homeland national international state federal local regional city county town district campaign press communications media policy political communication field
finance legal general executive managing deputy founding first second third attorney public house senate white minority majority party committee opposition rebel police military army navy air force
intelligence company business oil tech technology media financial billionaire millionaire real estate hedge fund television tv radio film reality rock pop country hip-hop talk football basketball baseball soccer tennis
union labor civil human rights women's environmental climate science medical family criminal immigration tax economic budget digital data research school university college law history english
undecided registered pledged unpledged self-described christian evangelical catholic muslim jewish black white african-american hispanic latino gay transgender young old elderly middle-aged famous noted renowned award-winning
fellow fallen disgraced embattled controversial outspoken firebrand right-wing left-wing far-right far-left one-time onetime sometime would-be co- lead special regional area district supreme court appeals
anti-war pro-life state-run co two-time three-time longtime well-known internet social network program project sales marketing operations
`
)
