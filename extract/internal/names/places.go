package names

// countries lists each country or region with its inhabitants' words, comma
// separated: names, then adjectives and nouns. A plus sign stands for a space.
const countries = `
afghanistan kabul: afghan afghans, albania: albanian albanians, algeria: algerian algerians, argentina: argentine argentinian argentines, armenia: armenian armenians,
australia canberra: australian australians, austria vienna: austrian austrians, azerbaijan baku: azerbaijani azerbaijanis azeri, bahrain: bahraini bahrainis, bangladesh: bangladeshi bangladeshis,
belarus minsk: belarusian belarusians, belgium brussels: belgian belgians, bolivia: bolivian bolivians, bosnia bosnia+and+herzegovina: bosnian bosnians, brazil: brazilian brazilians,
britain united+kingdom u.k. uk london great+britain: british britons briton, england: english, scotland: scottish scots, wales: welsh, northern+ireland: irish,
bulgaria sofia: bulgarian bulgarians, cambodia: cambodian cambodians, cameroon: cameroonian, canada ottawa: canadian canadians, chile: chilean chileans, china beijing: chinese,
colombia bogota: colombian colombians, congo: congolese, costa+rica: costa+rican, croatia: croatian croats, cuba havana: cuban cubans, cyprus: cypriot cypriots, czech+republic prague: czech czechs,
denmark copenhagen: danish danes, ecuador: ecuadorian, egypt cairo: egyptian egyptians, el+salvador: salvadoran salvadorans, eritrea: eritrean, estonia: estonian estonians, ethiopia: ethiopian ethiopians,
finland helsinki: finnish finns, france paris: french, georgia tbilisi: georgian georgians, germany berlin: german germans, ghana: ghanaian, greece athens: greek greeks, guatemala: guatemalan guatemalans,
haiti: haitian haitians, honduras: honduran hondurans, hungary budapest: hungarian hungarians, iceland: icelandic, india delhi new+delhi: indian indians, indonesia jakarta: indonesian indonesians,
iran tehran: iranian iranians, iraq baghdad: iraqi iraqis, ireland dublin: irish, israel jerusalem: israeli israelis, italy rome: italian italians, jamaica: jamaican jamaicans, japan tokyo: japanese,
jordan amman: jordanian jordanians, kazakhstan: kazakh kazakhs, kenya nairobi: kenyan kenyans, kosovo: kosovar, kuwait: kuwaiti, kyrgyzstan: kyrgyz, latvia: latvian latvians, lebanon beirut: lebanese,
libya tripoli: libyan libyans, lithuania: lithuanian lithuanians, luxembourg: luxembourgish, macedonia: macedonian, malaysia: malaysian malaysians, mali: malian, malta: maltese, mexico mexico+city: mexican mexicans,
moldova: moldovan, mongolia: mongolian, montenegro: montenegrin, morocco: moroccan moroccans, myanmar burma: burmese, namibia: namibian, nepal: nepalese nepali, netherlands holland the+hague: dutch,
new+zealand: zealander, nicaragua: nicaraguan, niger: nigerien, nigeria abuja: nigerian nigerians, north+korea pyongyang: north+korean, norway oslo: norwegian norwegians, oman: omani, pakistan islamabad: pakistani pakistanis,
palestine gaza ramallah west+bank: palestinian palestinians, panama: panamanian, paraguay: paraguayan, peru: peruvian peruvians, philippines manila: filipino philippine filipinos, poland warsaw: polish poles,
portugal lisbon: portuguese, puerto+rico: puerto+rican, qatar doha: qatari, romania: romanian romanians, russia moscow kremlin: russian russians, rwanda: rwandan, saudi+arabia riyadh: saudi saudis, senegal: senegalese,
serbia belgrade: serbian serbs, singapore: singaporean, slovakia: slovak slovaks, slovenia: slovenian, somalia: somali somalis, south+africa pretoria: south+african, south+korea seoul: south+korean korean koreans,
south+sudan: sudanese, spain madrid: spanish, sri+lanka: lankan, sudan: sudanese, sweden stockholm: swedish swedes, switzerland bern geneva: swiss, syria damascus: syrian syrians, taiwan taipei: taiwanese,
tajikistan: tajik, tanzania: tanzanian, thailand bangkok: thai thais, tunisia: tunisian tunisians, turkey ankara: turkish turks, turkmenistan: turkmen, uganda: ugandan, ukraine kyiv kiev: ukrainian ukrainians,
united+arab+emirates u.a.e. uae dubai: emirati, united+states u.s. us usa america united+states+of+america washington: american americans, uruguay: uruguayan, uzbekistan: uzbek, venezuela caracas: venezuelan venezuelans,
vietnam hanoi: vietnamese, yemen: yemeni yemenis, zambia: zambian, zimbabwe harare: zimbabwean, europe european+union e.u. eu: european europeans, africa: african africans, asia: asian asians,
latin+america: latin+american, middle+east: arab arabs, vatican holy+see: vatican, tibet: tibetan tibetans, hong+kong: hong+konger, catalonia: catalan catalans, kurdistan: kurdish kurds, chechnya: chechen chechens,
quebec: quebecois, crimea: crimean, bavaria: bavarian, texas tex. r-texas d-texas: texan texans, california calif. ca: californian californians, new+york n.y. ny: new+yorker new+yorkers, florida fla. fl: floridian floridians,
alabama ala. al: alabaman, alaska: alaskan, arizona ariz. az: arizonan, arkansas ark. ar: arkansan, colorado colo. co: coloradan, connecticut conn. ct: connecticuter, delaware del. de: delawarean, hawaii hi: hawaiian,
idaho id: idahoan, illinois ill. il: illinoisan, indiana ind. in: hoosier, iowa ia: iowan iowans, kansas kan. ks: kansan, kentucky ky. ky: kentuckian, louisiana la. la: louisianan, maine me: mainer, maryland md. md: marylander,
massachusetts mass. ma: bay+stater, michigan mich. mi: michigander, minnesota minn. mn: minnesotan, mississippi miss. ms: mississippian, missouri mo. mo: missourian, montana mont. mt: montanan, nebraska neb. ne: nebraskan,
nevada nev. nv: nevadan, new+hampshire n.h. nh: granite+stater, new+jersey n.j. nj: jerseyan, new+mexico n.m. nm: new+mexican, north+carolina n.c. nc: north+carolinian, north+dakota n.d. nd: north+dakotan, ohio oh: ohioan,
oklahoma okla. ok: oklahoman, oregon ore. or: oregonian, pennsylvania pa. pa: pennsylvanian, rhode+island r.i. ri: rhode+islander, south+carolina s.c. sc: south+carolinian, south+dakota s.d. sd: south+dakotan, tennessee tenn. tn: tennessean,
utah ut: utahn, vermont vt. vt: vermonter, virginia va. va: virginian, washington+state wash. wa: washingtonian, west+virginia w.va. wv: west+virginian, wisconsin wis. wi: wisconsinite, wyoming wyo. wy: wyomingite,
ontario: ontarian, alberta: albertan, british+columbia b.c. bc: british+columbian, district+of+columbia d.c. dc: washingtonian
`

// cities are towns and regions that are often in the news, a plus sign for a
// space.
const cities = `
new+york+city los+angeles chicago houston philadelphia phoenix san+antonio san+diego dallas san+jose austin jacksonville fort+worth columbus charlotte
san+francisco indianapolis seattle denver boston el+paso detroit nashville memphis portland oklahoma+city las+vegas louisville baltimore milwaukee albuquerque
tucson fresno sacramento kansas+city mesa atlanta omaha colorado+springs raleigh miami long+beach virginia+beach oakland minneapolis tulsa tampa arlington
new+orleans wichita cleveland bakersfield honolulu anaheim pittsburgh cincinnati st.+louis st.+paul orlando newark buffalo salt+lake+city birmingham
brooklyn manhattan queens bronx staten+island harlem silicon+valley hollywood ferguson flint charleston des+moines baton+rouge palm+beach santa+monica
toronto montreal vancouver calgary edmonton winnipeg halifax victoria liverpool manchester glasgow edinburgh belfast cardiff leeds sheffield bristol oxford cambridge
munich hamburg frankfurt cologne dresden marseille lyon nice calais milan naples venice turin florence barcelona valencia seville zurich lausanne antwerp bruges rotterdam amsterdam
krakow istanbul izmir mosul aleppo raqqa homs basra kandahar kunduz fallujah mumbai kolkata chennai bangalore karachi lahore shanghai shenzhen guangzhou wuhan xinjiang tianjin osaka kyoto fukushima hiroshima
sydney melbourne brisbane perth auckland wellington johannesburg cape+town durban lagos mombasa casablanca alexandria addis+ababa kinshasa rio+de+janeiro sao+paulo brasilia buenos+aires lima
guantanamo guantanamo+bay kharkiv odesa odessa donetsk luhansk mariupol bucharest riga vilnius tallinn sarajevo skopje tirana zagreb ljubljana bratislava st.+petersburg
north+america south+america central+america caribbean balkans midwest northeast southwest
`
