package names

// bodyWords end, and before "of" begin, the names of bodies, documents, events
// and things: what ends so is no person.
const bodyWords = `
shipping logistics brokerage breweries brewery foods steel pharmaceuticals pharma therapeutics biosciences telecom telecoms robotics aerospace semiconductor semiconductors realty
borough constabulary dioceses diocese archdiocese parish synagogue seminary conservatory orchestra ballet opera choir regiment brigade watchdog ombudsman tribunal
academy act administration affairs agency agreement airlines airport airways alliance amendment army arena assembly association associates athletics authority avenue
award awards band bank bar battalion beach bill board boulevard branch bridge broadcasting brigade building bureau cabinet campaign capital capitol caucus cathedral center centre central chamber
channel charity chronicle church circuit city clinic club co. co coalition code college column commission committee commons communications community company conference confederation
congress conservatives constitution convention corp. corp corporation corps council county court creek crew cup daily deal democrats department desk dispatch day depression district division
doctrine drive east economics elections embassy emergency empire energy enquirer enterprises entertainment exchange examiner express factory faculty federation festival fest field film finance
firm fleet force forces forest forum foundation fund gallery games gap gazette globe government group guard guardian gymnasium hall harbor harbour headquarters health herald highway hill holdings
hospital hotel house inc. inc independent industries information initiative institute institution insurance intelligence international inquiry island islands jail journal journalists junior
justice kingdom kitchen lab laboratory labs lake law lawn league left legislature liberals library limited ltd. ltd llc llp lobby lords magazine mail mall management manor march market markets matter matters media memorial
mercury ministry minority mission monitor mosque motors mountain mountains movement museum national nation nations navy network networks news newspaper newspapers nhs nomination now observer ocean office olympics
operation organisation organization pac pacs pact palace panel park parliament partners partnership party patrol peninsula pentagon petroleum pictures plan plaza police poll polls post power presidency press
prison problem productions professionals program programme project projects protocol province publications publishing radio railway ranch range recession records reform region register regulatory relations report reports republic republicans research reserve
reserves resort response review rights river road room school schools sciences sea security senate series service services show show society solutions square station states states standard star state statehouse statistics stock store stores street strategies studies
studio studios subcommittee summit sun system systems task taskforce team technologies telegraph television temple theater theatre times today tower town trade transit transport treasury treaty tribunal tribune trust tv union unit
united university valley ventures veterans village voices voters war watch watchdog way week weekly west white-house wing wire women workers works world yard zone initiative tonight morning meet question live line room
advisers advisors allies aides officials supporters delegates lawmakers leaders senators governors activists critics experts analysts voters evangelicals conservatives liberals progressives christians muslims jews catholics
`

// bodyHeads begin names that go on after "of", "for", "on", "in" and "and".
const bodyHeads = `
academy administration agency alliance archdiocese army assembly association authority bank board brotherhood bureau campaign center centre chamber church citizens city coalition college commission
committee commons confederation conference congress convention council court daughters democratic department diocese embassy faculty federation federal force friends fund foundation group hall house
human institute institution international islamic joint journal kingdom league library licensed ministry mothers museum national nation newspapers office organisation organization palace parliament party
republic republicans democrats school secretary senate society sons state states students subcommittee task treasury tribunal trust union university voice voices workers women physicians doctors scientists reporters knights office secretariat workers
communist congressional conservative international club district freedom bank
`

// outlets are newspapers, broadcasters, agencies, networks and firms that
// are called by one word, or whose name has none of the body words.
const outlets = `
abc afp al-arabiya al-jazeera alphabet amazon amnesty+international ap apple associated+press axios bbc bloomberg boeing breitbart buzzfeed
c-span cbc cbs cnbc cnn daily+beast dpa espn exxon exxonmobil facebook foxnews.com fox fox+news fox+business fox+news+sunday forbes ford gallup gawker google
greenpeace gop haaretz hezbollah hamas huffington+post huffpost hulu hbo ibm infowars instagram intel interfax isis isil itar-tass itv al-qaeda kpmg le+monde
linkedin lockheed mashable mcclatchy microsoft motorola msnbc nasa nato nbc netflix newsmax newsweek npr nvidia opec oxfam pbs pepsi pfizer politico propublica quinnipiac rasmussen
reddit reuters russia+today slate snapchat snopes spiegel spotify starbucks supreme+court taliban tass tesla tiktok time truth+social twitter uber un unesco unicef univision upi upworthy vice vox walmart
whatsapp white+house wikileaks xinhua yahoo yougov youtube telemundo townhall truthout vogue wired wsj wto deutsche+welle agence+france-presse meet+the+press face+the+nation congress parliament pentagon kremlin
interpol u.n. united+nations e.u. european+union f.b.i. c.i.a. fbi cia irs epa nra rnc dnc doj cdc fda nsa fec aclu naacp afl-cio
`

// groups are kinds of people that bear a capital.
const groups = `
republicans republican democrats democrat libertarians libertarian conservatives liberals tories tory labour whigs greens socialists communists marxists nationalists
christians christian muslims muslim jews jew catholics catholic protestants evangelicals evangelical mormons mormon hindus buddhists sikhs sunnis shiites latinos latino latinas
hispanics hispanic blacks african-americans african-american asian-americans whites millennials baby+boomers westerners southerners northerners native+americans islamists
democratic dems independents progressives lgbt gays lesbians
`

// documentNouns are things with words in them: what a document says, its
// author says.
const documentNouns = `
account ad ads advertisement affidavit agency analysis announcement article assessment autobiography bill biography blog book brief briefing broadcast bulletin census chart column commentary complaint
communique constitution coverage data decision decree dispatch document documents editorial email e-mail emails e-mails essay estimate estimates facebook figures filing filings film findings flyer form forecast
indictment interview inquiry instagram investigation issue journal law lawsuit letter magazine manifesto memo memoir memorandum message messages motion newsletter newspaper notice op-ed opinion order page pamphlet paper papers petition plan platform podcast
poll polling polls post posts press-release profile projection projections proposal publication query questionnaire ranking recording records release report reporting reports resolution resume review ruling schedule script
sign signs site song speech spreadsheet statement statements statistics stats story study studies suit summary survey surveys testimony text texts timeline transcript transcripts translation treaty tweet tweets verdict video
warning webpage website whitepaper will wording
`
