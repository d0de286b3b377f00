package names

// First names of other languages, without accents, with the gender they tell
// there and nowhere else the other.
const (
	maleNamesWorld = `
bruno neville osric pieter tilo bartek mateo colm olafur padraig eoin ciaran fionn diarmuid cathal declan donal lorcan oisin ronan ruairi seamus tadhg
alasdair alastair callum calum dougal euan ewan finlay gregor hamish iain innes lachlan murdo niall ruaridh struan torquil aled bryn dafydd emlyn
emrys gareth geraint gethin glyn gruffydd huw ieuan ifan iolo iwan llewellyn meirion merlin osian owain rhodri rhys siencyn tomos alfie bertie cedric
crispin cuthbert edwyn ewart fitzroy frederic gerrard godfrey horatio ignatius jarvis jolyon montague oswald piers roderic rollo tarquin tristan ulric
aditya ajay akash akhil amar amitabh anil ankit anup arvind ashok ashwin bharat chandra chetan deepak dhruv dilip dinesh ganesh gaurav girish gopal
govind harish hemant hitesh jagdish jayant kapil karan karthik lakshman lalit mahesh manish manoj mukesh nagesh narayan naresh naveen nikhil nitin
pankaj parag pradeep pranav prasad rajeev rakesh ramesh ranjit ravindra rohan rohit sachin sameer sandeep satish shankar shashi shyam siddharth
srinivas sudhir sumit surinder tarun tushar uday umesh vikas vinay vinod vishal vivek yash abdulaziz abdulrahman adnan ahsan akbar ammar anas aqib
arshad ashfaq atif ayub azhar aziz badr bahram bakr basim burhan daoud ehsan fadi fahad faraz farhan faruq ghassan habib hamdi haroon hasan hashim
hazem hisham husam hussam ihab ilyas jamil junaid khalil khurram laith luay mahdi mahmood majid marwan mazen moussa mufti mujib munir murtaza nabil
naeem najib nawaf nizar qasim rami rayan riad rizwan sajid salah salim saud shahid shakil shoaib sohail sufyan sulaiman talal tamer taha tarek tayyab
usman waleed waqar wasim yaqub yasin yassin younis zahir zaid zakaria zubair abebe adebayo ade adewale akin amadou babajide babatunde bakari bongani
chidi chike chima chinedu chukwuma dembe desta emeka femi folarin gbenga haile ibrahima ifeanyi isaias jabulani jide juma kamau kojo kwabena kwaku
kwame kweku kwesi lamine lwazi mandla mbeki mthunzi musa mwangi nkosana njoroge nnamdi obinna ochieng okechukwu olu olusegun ousmane oumar otieno
sekou segun sibusiso sipho souleymane tafari themba tunde wole yaw yohannes zola aksel arne arvid asbjorn aslak bengt bertil birger brage einar eirik
eivind erling eskil espen frode geir gudmund gunnar gustaf haakon hakan halvard haldor havard helge henning hjalmar ingvar jesper jorgen kaare kare
ketil kjell knut kristian kristoffer lasse leif magne magnus mads mikkel mogens morten niels nils olav ole olof ove palle poul preben rasmus roald
sigurd sindre sivert soren staffan stig sten svein sverre sondre tage terje thorbjorn thorstein torbjorn tore torgeir torkel torsten trond trygve ulf
vidar viggo yngve aarne antti heikki ilkka ilmari jarkko jorma jouko juha juhani jukka jussi kalevi kalle kimmo lauri markku matti mikko olli paavo
pekka pentti petri raimo risto sakari sami seppo tapani tapio teemu timo toivo urho veikko ville adalbert albrecht arnd arndt bernd bernhard burkhard
carsten christoph detlef eberhard eckhard egon erhard falk friedhelm gerd gero gottfried hannes hartmut heinrich holger horst ingo jorg klaus-peter
lothar ludwig lutz mathias norbert ortwin ottmar philipp reiner reinhard reinhold rudiger ruprecht siegfried sigmar stephan thilo thorsten tilman udo
volker walther wolfram alain alexandre antoine armand arnaud aurelien benoit bertrand cyrille didier edmond emile fabien fabrice fernand gael gaetan
gaspard gauthier gilles gregoire guillaume gustave hugues jean-baptiste jean-claude jean-francois jean-jacques jean-luc jean-marc jean-marie
jean-michel jean-paul jean-philippe jean-pierre jean-yves julien leandre loic lucien ludovic marcel mathieu matthieu pierre-yves raoul remi remy
renaud rodolphe sebastien stephane sylvain tanguy theophile thibault yann yves achille adriano agostino aldo amedeo antonello attilio augusto
bartolomeo beniamino biagio carmine cesare corrado domenico donato edoardo elio emanuele ettore eugenio ezio fabrizio federico filippo flavio
francesco gennaro germano giacinto gianfranco gianluca gianluigi gianmarco giuliano gregorio guglielmo livio lodovico marcello mauro mirko nicolo
ottavio paolo pasquale piero pierluigi raffaele renato renzo riccardo ruggero sandro saverio silvano teodoro tiziano tommaso ubaldo ugo valerio
vincenzo adolfo agustin alfonso alfredo alvaro anibal arsenio aurelio bartolome beltran bernardo braulio camilo celso ciro cristobal domingo efrain
eladio eliseo emiliano eusebio evaristo facundo felipe fermin gonzalo heriberto hernan hernando hilario hipolito horacio humberto isidro ismael
jacinto jeronimo josue juan-carlos juan-pablo lautaro lazaro leandro leonel lisandro maximo moises nahuel octavio osvaldo pascual patricio placido
ramiro raimundo rigoberto rogelio rolando romeo saturnino severino silvestre teofilo timoteo vicente wilfredo zacarias afonso aloisio amaro anselmo
arnaldo benedito caetano caio danilo diogo duarte edson everton fabricio gilberto gilson goncalo heitor helder henrique inacio jair joaquim jose-maria
lourenco marcio martim murilo nuno otavio renan rogerio rui tarcisio thiago tiago valdir vasco vinicius vitor wagner wanderley artem artyom denys
dmitriy dmitro dmitry dmytro fedor filipp gleb grigori grigory ihor ilya kirill kyrylo lev lyubomir maksim maksym matvei mykhailo nazar nikolay oleh
oleksandr oleksiy olexander rodion semyon serhiy stepan taras timofey timur valentyn valeriy vadim vadym vasyl viacheslav vitaliy vladislav vsevolod
vyacheslav yaroslav yegor yevhen yuriy yury zakhar arkadiusz bartlomiej bartosz bogumil boguslaw boleslaw cezary czeslaw dariusz dawid dominik eryk
filip franciszek grzegorz henryk ireneusz jacek jakub janusz jaroslaw jerzy kacper kamil karol kazimierz konrad krystian krzysztof leszek lucjan
lukasz maciej mariusz mieczyslaw mikolaj milosz mirek miroslaw olgierd patryk pawel przemyslaw radek radoslaw rafal ryszard slawomir stanislaw
sylwester szymon tadeusz waclaw waldemar wieslaw witold wladyslaw wlodzimierz wojciech zdzislaw zenon zygmunt alois blahoslav bohumil bohuslav borivoj
bretislav ctirad dalibor dusan frantisek havel hynek jachym jaromir jaroslav jindrich karel ladislav libor lubomir lubos matej miloslav oldrich ondrej
otakar pavol premysl radim radomir rostislav rudolf svatopluk vilem vit vlastimil vojtech zbynek zdenek andras arpad attila balazs balint csaba denes
endre ferenc gabor gergely geza gyula istvan janos jeno jozsef karoly kristof lajos laszlo levente mihaly miklos sandor szabolcs tamas tibor vilmos
zoltan zsolt bojan borislav branislav branko davor drago dragan dragoslav drazen gordan hrvoje ivica jovan kresimir ljubomir marinko marko mihajlo
milenko miodrag mladen momir nebojsa nemanja nenad nikola ognjen predrag radovan ratko sinisa slavko srdjan stipe tihomir tomislav veselin vlado
vojislav vuk zarko zdravko zeljko zlatko zvonimir alexandru calin catalin ciprian constantin corneliu cosmin costel dorin dragos dumitru eugen florin
gelu gheorghe horia iancu ionel ionut iulian laurentiu liviu mihai mihail mircea nicolae nicusor octavian ovidiu petre petru radu razvan silviu sorin
teodor traian tudor vasile viorel achilleas alexandros anastasios andreas antonis apostolos aris athanasios charalambos christos dimitrios dionysis
evangelos fotis georgios giannis giorgos ilias ioannis iosif konstantinos kostas kyriakos lefteris leonidas makis manolis michalis odysseas panagiotis
panos pavlos petros sotiris spyros stathis stavros stelios takis thanasis theodoros thodoris vangelis vasilis yannis yiannis yiorgos akif alparslan
altan arda atilla aydin baris berk bulent burak cem cemal cengiz cenk dogan emre enver ercan erdem erdogan erkan erol ersin fatih ferhat fikret galip
gokhan haluk huseyin ilker ismet kerem koray levent mert mesut metin murat necati nihat oguz okan onur orhan ridvan sedat selcuk selim serdar serkan
sinan suleyman tahir taner tarkan tayfun tolga tuncay turgut turgay ufuk umit ugur volkan yalcin yavuz yigit yilmaz zafer zeki akio atsushi daichi
daisuke eiji genji hajime haruto hideaki hideki hiro hiroaki hiroki hiroyuki hisashi ichiro isamu jiro junichi kaito katsu kazuhiro kazuki keiichi
keisuke kenichi kenji kenta koichi koji kosuke manabu mamoru masaaki masahiro masaki masao masaru masashi masato minoru mitsuo naoki naoto noboru
nobuo osamu ryota ryu saburo satoru seiji shigeru shinichi shinji shoji shota susumu tadashi taiki takahiro takashi takeo tatsuya tetsuo tetsuya
tomohiro toshi toshio tsutomu yasuhiro yasuo yoichi yoshiaki yoshihiro yoshio yosuke yuichi yuji yuta yutaka agung arief bambang budi dedi eko hendra
made nyoman putu rizal slamet sutrisno susilo wayan yanto azmi faizal hafiz hishamuddin mahathir razak rosli zulkifli crisanto efren erwin jejomar
ramil
`

	femaleNamesWorld = `
guadalupe
carys annika mirren edda amara bronwen freya yuki aisling ailbhe aine blathnaid caoimhe ciara clodagh deirdre eilis eimear eithne fionnuala grainne
mairead niamh oonagh orla orlaith roisin saoirse sile sorcha ailsa catriona eilidh elspeth fenella iona isobel jean-anne kirsteen kirsty mairi mhairi
morag morven rhona shona angharad anwen branwen catrin ceri cerys delyth eirlys eleri eluned ffion gwenda gwendolen gwenllian gwenno gwyneth lowri
mair mererid menna myfanwy nerys nia rhiannon sian siwan tegan anthea araminta arabella beatrix cecily cressida davina dorothea drusilla edwina
eglantine elfrida eugenie georgiana gwendoline hermione imelda isadora jacinta jemima jocasta karenza kerensa kerry-ann kerry-anne leonie lettice maud
mirabel morwenna olwen ottilie pandora perdita petronella philippa philomena rosamund sally-anne selina tamsin thomasina venetia yolande zara
ann-marie anna-maria anne-marie beth-anne carol-ann jo-ann jo-anne leigh-ann lee-ann mary-ann mary-anne mary-beth mary-jane mary-kate mary-lou
ruth-ann sue-ellen aaliyah amaya aniyah ayanna briana chantelle chante danika denisha kiara lakeisha latasha makayla monique shaniqua tamika tanisha
aarti aditi akshata ananya anjali ankita anuradha anushka archana arundhati bhavna chitra deepa deepika devika gauri geeta geetha isha jayalalitha
jyoti kajal kalpana kavita kavitha lakshmi latha leela madhuri malini manisha manju meena megha mridula nalini namrata nandini neelam neha nirmala
nisha padma pallavi parvati pooja poonam prachi pragya preethi pushpa radha rajani rashmi rekha renuka roshni rupa sabita sadhana sandhya sangeeta
sarita sarojini savita seema shabana shalini shanta sheela shikha shilpa shobha shreya shruti smita sneha sonal sudha sujata sumitra supriya sushila
sushma swati tanuja tanvi trupti usha vandana vasundhara vidya yamini abeer afaf afra amani aminah anisa areej arwa asmaa aziza azra bahar basma
bushra dalal fadia fahima faiza faridah farida fariha fatema fatemah fatin fauzia hadia halima haneen hawa haya hiba houda huda humaira inas jamila
jawahir kaltham kausar khadijah khulood kulsoom lamia layla layal lubna lujain maira majida malika manal maram marwa mehnaz mehreen mouna munira
nabila nafisa naima najla najwa nasreen nazanin nermin nesrine nisreen noura nuha parisa parvin rabab rabia raghad rahima randa razia rehana roya ruba
rula saba sabiha sadia safa safia sahar saima saira samah samar samia samreen sana sawsan shadia shahida shahnaz shaima shaista sharifa shazia shereen
sherin shirin soraya suad suha sumaya sumayya tahira tasneem uzma wafa warda yara yasmeen yusra zakia zeina zeinab zohra zubaida abeni abiba abimbola
adaeze adanna adenike aduke adunni afia akosua amaka aminata bolanle bukola busisiwe chiamaka chidinma chimamanda chinwe chioma chinyere dikeledi
ebele ekua fatou fatoumata folake folasade funmilayo funke gugu hadiza halimatou ifeoma ijeoma kadiatou khadidja khanyisile khethiwe lerato lindiwe
mariama mbali nadifa naledi nandi ndidi ngozi nkechi nkemdilim nobuhle nokuthula nolwazi nomsa nomvula nompumelelo nonhlanhla nosipho nomzamo ntombi
nwando nyaradzo nyokabi obioma olufunke omolara oluchi oyinkansola palesa refilwe rokhaya ruvimbo rutendo sibongile thandeka thandi thandiwe thembi
thembeka titilayo uzoamaka wairimu wambui wangari wanjiku wanjiru wanja yetunde yewande zanele zodwa aase agneta agnetha anette anneli annelise
ann-kristin asta berit birgitte bodil borghild britt brynhild cecilie charlotta dagmar dagny dorthe ebba eir eira elin ellinor else frida frigg gitte
gro grete grethe gun gunhild gunilla gunn gunvor gyda hanne hedda hedvig hege helle henny hilde hildegunn hjordis ingegerd inger ingunn jannicke
johanne jorunn kaia kaja kerstin kjersti linnea lisbeth lise liv lotta lovisa maiken maj malin margareta margrete mari-anne marit marte merete nanna
oddny pernilla pernille ragna ragnhild rannveig rigmor signe signhild sigrun silje sofie solveig solvi sunniva svanhild svea synne synnove thora thyra
tora torill torhild torunn trude turid tuva ulla ulrika unni vibeke vigdis vilde wenche ylva yrsa aino aila anni arja armi eeva eija eila hannele
hilkka inkeri irja kaarina kaisa kirsi kristiina liisa maarit maija marja marjatta merja minna mirja oili outi paivi pirjo pirkko raija riitta ritva
saara salla seija sinikka sirkka sirpa soili suvi taina tarja tellervo terhi tiina tuija tuula tuulikki varpu adelheid angelika anke annemarie anneke
antje barbel beate birte brunhilde christel cornelia doerte edeltraud elfriede elsbeth ernestine friederike gertraud gertrud gerlinde gesine gisela
hannelore hedwig heide heidemarie helma henrike herta hertha hildegard ilona ingeburg ingelore inka irmgard irmtraud isolde karola kirstin kunigunde
lieselotte liesel liselotte lore marga margit margret marlies maike mechthild meike melitta nadja nele regine reinhild renate ricarda rosemarie
roswitha ruth-maria saskia sieglinde silke steffi svenja swantje tanja traudl traute undine ursel uschi ute uta verena veronika waltraud wiebke
wilhelmine adeline agathe aimee alexandrine alix amandine amelie anais andree angele annabelle anne-laure anne-sophie annick apolline ariane arlette
armelle aude aurelie aurore axelle benedicte berengere berthe blandine brigitte capucine carine celestine christelle claudie claudine clemence
clotilde coline coralie dorothee edwige eleonore eliane emeline emmanuelle eulalie evelyne fabienne francine francoise frederique gaelle georgette
ghislaine gilberte guillemette gwenaelle henriette heloise hortense huguette isaure jeannine jocelyne josette josiane juliette laetitia laure lea
leontine liliane loraine lucette lucienne ludivine lydie maelle magali maite marcelle margaux marie-anne marie-christine marie-claude marie-claire
marie-france marie-helene marie-jeanne marie-jose marie-laure marie-louise marie-noelle marie-paule marie-pierre marie-therese mariette marthe
melisande mireille muguette myriam nadege nathalie ninon noemie odette odile olympe ophelie oriane pascale paulette perrine pierrette raymonde rolande
romane roxane salome sandrine severine sidonie solange solene suzette sylvette sylviane sylvie therese thomasine tiphaine violaine violette virginie
zelie adalgisa agata agnese alessandra alessia allegra annabella annalisa annamaria annunziata assunta benedetta brigida carmela caterina cinzia
clelia concetta costanza debora diletta domenica donata donatella eleonora elettra eliana elisabetta elvira emanuela enrica erminia ersilia fabiana
fabrizia felicita fiammetta filippa filomena flaminia floriana fosca franca fulvia gelsomina germana ginevra giovanna giuditta giuliana giulietta
giuseppina giusi grazia graziella ilaria imma immacolata iolanda lavinia leda letizia livia lorella lorenza loredana luana luciana lucilla lucrezia
ludovica maddalena mafalda margherita mariagrazia mariangela marianna mariapia mariella marilena marzia matilde melania michela mirella morena nella
nicoletta nives noemi nunzia ofelia oriana orietta ornella orsola ottavia palmira patrizia piera pina pierina prisca raffaella romina rosalba rosalia
rosanna rosaria rosella rosina rossana rossella sabina samanta serafina silvana simona stefania tiziana tosca tullia vanda vilma vincenza vittoria
viviana zaira zita adela adelaida agueda ainhoa aitana almudena amaia amparo anabel anahi angeles angelines araceli arantxa aranzazu ascension aurelia
azucena beatriz begona belen bernarda camila carmina casandra cayetana chabela charo conchita consolacion covadonga dalila delfina dominga edurne
elisenda eloisa encarnacion enriqueta ernestina estefania felisa francisca genoveva gertrudis graciela griselda guillermina herminia hortensia ignacia
iliana inmaculada inocencia ivonne ixchel jimena joaquina josefa josefina jovita juana laia leire leonor ligia liliana lucero lucila lupe macarena
mari-carmen maria-jose maria-luisa maria-teresa maricarmen mariela marilu mariluz maritza mayra micaela miren mireia monserrat nahia nayeli nelida
nerea noelia olalla paloma paquita paulina petrona primitiva pura purificacion raimunda rebeca rocio roxana rufina sabela salvadora saray sarai
socorro sonsoles susana tomasa uxia vanesa vicenta violeta virtudes ximena xiomara yadira yaiza yanira zaida zulema adelia adriele alcina alzira
benedita clarice conceicao cleide daiane dalva dilma dulce edilene elisangela filipa graciete heloisa ione iracema iria isaura ivete ivone izabel
jandira janaina joana jussara katia luciene luiza margarida maria-joao marilia nilza noemia odete priscila raissa regiane rosana rosangela rosilene
sueli suely tainara talita tatiane telma teresinha thais thaisa valquiria vitoria zelia zilda agafya aksinya alena alevtina alyona anastasiia anfisa
antonina arina dariia darya elizaveta emiliya evdokia evgenia faina fedora fyokla galyna halyna inessa inna iryna kateryna katya khrystyna klavdiya
kseniya ksenia larisa lesya lidiya lilia lilya liudmyla lyubov maiya marfa mariya maryna nadiia nastasya nataliya oleksandra olesya olha polina
praskovya raisa rimma roza sofiya solomiya stefaniya svitlana taisia tetiana ulyana valentyna valeriya varvara vasilisa viktoriya vira yana yaroslava
yekaterina yelena yelizaveta yevgenia yevhenia yuliia zinaida zoya aldona alicja aneta bogumila boguslawa bozena cecylia czeslawa danuta dominika
dorota edyta elzbieta ewelina felicja franciszka grazyna halina honorata iwona izabela jagoda janina jolanta jozefa julita justyna kamila karolina
katarzyna kazimiera kinga klaudia krystyna leokadia lucyna malgorzata malwina marcelina mariola marzena matylda michalina mieczyslawa miroslawa oliwia
otylia patrycja roksana rozalia stanislawa sylwia teodozja urszula weronika wieslawa wiktoria wioletta zdzislawa zofia zuzanna zyta alzbeta barbora
blanka bohumila denisa drahomira eliska ivona jarmila jaroslava jirina jitka katerina kristyna kveta lenka libuse marketa milada miloslava miluse
miroslava pavla pavlina radka ruzena sarka stanislava sona tereza vladimira vlasta zaneta zdenka zdena aniko boglarka borbala csilla dalma dorottya
emese eniko erzsebet eszter etelka fruzsina gizella hajnalka ibolya ildiko jolan judit julianna katalin krisztina lilla magdolna orsolya piroska reka
sarolta szilvia terez timea virag zsofia zsuzsanna andjela biljana bojana branka danijela dijana dragana dubravka dunja durdica gordana ivanka
jadranka jasmina jasna jelisaveta jovana katica kosara ksenija ljerka ljubica ljudmila marijana milica mirjana natasa nevena nikolina olivera radmila
radojka ruza sanja sanela slavica slavenka slobodanka smiljana snezana sofija tatjana tihana tijana vedrana verica vesna visnja vjera zorana zorica
zrinka andreea camelia catinca cezara corina cosmina crina doina dorina ecaterina elisabeta georgeta ileana ilinca ioana ionela iulia lenuta luminita
madalina maricica mihaela mioara mirela nicoleta oana olimpia otilia paraschiva raluca rodica ruxandra sanda sorina steluta viorica aggeliki
aikaterini antigoni argyro aspasia athina chrysa chrysoula despina dimitra efi eftychia eirini eleftheria eleni elpida evangelia fani foteini fotini
garyfallia ioanna kalliopi konstantina kyriaki litsa marianthi myrto nefeli niki panagiota paraskevi pinelopi stamatia stavroula styliani sotiria
thalia theano theodora vaia vasiliki voula zoi ahu aliye arzu asli asuman ayca aydan ayfer ayla aylin aynur aysel aysegul aysen ayse aysun azize banu
basak belgin belma berna betul beyza binnur burcu canan cansu ceren ceyda cigdem damla demet derya didem dilara dilek ebru ecem emel esin ezgi fadime
feride ferda figen filiz fulya funda gamze gizem gonul gozde gul gulay gulcan gulden gulsen gulten guler hacer handan hande hatice havva hulya
hurriyet husniye inci ipek irem isil kubra lale leman mehtap melahat melek melike meltem meral merve meryem muge mujgan munevver nalan nazan nazli
necla nese nesrin nevin nezihe nihal nihan nilay nilgun nilufer nimet nuray nurcan nurhan nurten ozge ozlem pelin perihan pinar reyhan ruya saadet
sebnem sedef sehnaz selda semra serap serpil sevda sevgi sevil sevim sevinc sezen sibel songul suna tugba tulay tulin turkan umran yasemin yeliz yesim
yildiz zehra zeliha zerrin zubeyde airi akane akemi akiko asako asami asuka atsuko ayaka ayako ayame ayano ayumi chie chieko chika chinatsu chiyo
chizuko eiko emiko eriko etsuko fujiko fumie fumiko hanako harue haruka haruko haruna hatsue hideko hinako hiroko hisako hitomi honoka ikuko itsuko
junko kanae kanako kaori katsuko kayo kayoko kazue kazuko keiko kikue kimiko kiyoko kiyomi koharu kotone kumiko machiko maiko makiko mariko masako
mayu mayuko megumi michie midori mieko mihoko mikako mikiko minako misaki misako mitsue mitsuko miwako miyako miyoko miyuki momoka momoko motoko
nanako nanami natsuko noriko reiko riko risako rumiko ryoko sachi sachiko sakiko satoko satomi sayaka sayuri seiko setsuko shigeko shiho shizue
shizuka shizuko shoko sumiko suzue taeko takako tamiko teruko tokiko tomiko tomoe tomoka tomoko tomomi toshiko tsuyuko umeko wakako yaeko yasuko yayoi
yoriko yoshiko yukako yukari yukie yukiko yukina yumiko dewi endang fitri indah kartini lestari megawati mulyani nining puspita ratna retno siti sri
sukmawati susi wahyuni wulandari yanti azizah nurul rosmah rohani zainah zaleha maricel marites rosalinda teresita
`
)
