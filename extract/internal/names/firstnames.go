package names

// Common first names with the gender they usually tell, from general
// knowledge: English ones first, then others common in international news.
// Names that are as often a surname or an ordinary word stay out, or count
// only before a further capitalised word (see Article.firstName).
const (
	maleNames = `
aaron abe abel abraham adam adrian al alan albert alec alex alexander alfred alistair allan allen alvin andre andrew andy
angus anthony antonio archie armando arnold arthur asa ashton austin barack barnaby barry bart basil ben benedict benjamin
bennett bernard bernie bert bill billy blaine blake bob bobby boris brad bradley brandon brendan brent bret brett brian
bruce bryan bryce byron caleb calvin cameron carl carlos cecil chad charles charlie chester chip chris christian
christopher chuck clarence clark claude clayton clement cliff clifford clint clive cody colin conrad corey craig
curt curtis cyril cyrus dale damian damien damon dan daniel danny darrell darren darryl dave david dean dennis derek
dermot desmond devin dick dirk dmitri dominic don donald donnie doug douglas drew duane dudley duncan dustin dwayne dwight
dylan earl ed eddie edgar edmund eduardo edward edwin eli elias elijah elliot elliott ellis elmer emanuel emil emmanuel enrique
eric erick erik ernest ernie ethan eugene evan everett felix ferdinand fernando finn floyd francis francisco frank
frankie franklin fred freddie frederick gabriel garrett garry gary gavin gene geoff geoffrey george gerald gerard gil gilbert
giles glen glenn gordon graham grant greg gregg gregory gus guy hank hans harold harrison harry harvey hector henry
herb herbert herman homer horace howard hubert hugh hugo humphrey ian ignacio igor irving irwin isaac isaiah ivan
jack jackson jacob jaime jake jamal james jamie jared jason javier jay jed jeff jeffrey jeremiah jeremy jermaine jerome jerry
jesse jesus jim jimmy joe joel joey john johnny johnson jon jonah jonas jonathan jorge jose josef joseph josh joshua juan jud jules
julian julio julius justin karl keith ken kenneth kenny kent kevin kirk klaus kurt kyle lamar lance larry laurence lawrence
lee leo leon leonard leroy leslie lester levi lewis liam lincoln lindsey lionel lloyd logan lorenzo lou louis lowell lucas luis luke
luther lyle lyndon malcolm manuel marc marco marcus mario mark marlon marshall martin marty marvin mason matt matthew
maurice max maximilian maxwell melvin merrick michael michel miguel mike miles milton mitch mitchell mitt mohamed mohammad mohammed
morgan morris moses muhammad murray nate nathan nathaniel ned neil nelson newt nicholas nick nicolas nigel noah noel norman
oliver omar orlando orrin oscar otis otto owen pablo paddy pat patrick paul pedro percy perry pete peter phil philip phillip pierre preston
quentin quincy rafael ralph ramon randall randolph randy raphael raul ray raymond reed reggie reginald rex ricardo
rich richard rick ricky rob robbie robby robert roberto rod roderick rodney roger roland rolf roman ron ronald ronnie rory ross
roy ruben rudolph rudy rufus rupert russ russell ryan salvador sam sammy samuel santiago saul scot scott sean sebastian
sergio seth shane shaun shawn sheldon sherman sid sidney silas simon skip solomon spencer stan stanley stefan stephen
steve steven stewart stuart ted teddy terence terrance terrence terry theo theodore thomas tim timothy toby todd tom tommy
tony travis trent trevor trey troy tucker ty tyler tyrone ulysses uri vance vaughn vernon vic victor vince vincent virgil vladimir
wade wallace walt walter warren wayne wendell wes wesley wilbur wilfred will willard william willie wilson winston wolf
woodrow wyatt xavier zach zachary zack zane zeke
abdul abdullah abdel ahmad ahmed akira alberto aleksandr aleksandar alejandro alessandro alexei alexey alexis ali amir amit anand anatoly
anders andrei andrej andres andrzej angel angelo anwar arjun arkady arturo asif ashraf ayman bashar bassam benigno benito bilal bjorn
bogdan carlo cesar christophe claudio cristian cristiano dario darius davide dejan denis diego dieter dietmar dimitri dimitris djordje
edouard eitan emilio enzo erdal ernesto esteban etienne evgeny fabio farid faisal fethi fidel florian franco francois
frans franz fredrik friedrich fumio fyodor gaston gennady georg georges georgi gerardo gerhard giacomo gianni giorgio giovanni giuseppe goran gunther
gustav gustavo guillermo gyorgy haider hamid hamza harald haruki hassan hassane heiko heinz helmut henri henrik herve hideo hiroshi hosni hossein
hussein ibrahim idris ilham imran ismail ivo jaap jacques jan janez javad jean jens jiri joachim joao joaquin jochen johan johann
johannes joko jurgen kamal kareem karim kaspar kazuo kemal khaled khalid kim kofi konstantin lars laurent lech leonid leopoldo
 luca luciano luigi lukas luka mahmoud mamadou manmohan manfred marcelo marcin marek mariano marius massimo mateusz
matteo matthias mauricio maurizio mehdi mehmet mevlut mikhail miloš milos miroslav mohan moshe mustafa mustapha mykola naftali 
narendra nasser nawaz nikolai nikolaos nikos nicola nuri olaf oleg olivier omer osama osman pascal pavel pavlo
paulo petr petro philippe pietro piotr prakash pranab pravin rafiq rahul rainer rajesh rajiv ramzan rashid ravi recep
reza rinat roberto rodrigo rodolfo ruslan saad sadiq saeed said salman salvatore samir sanjay satoshi sergei
sergey serge shimon shinzo silvio slobodan stanislav stefano subhash sunil suresh sven syed taher takeshi
tariq taro tayyip thabo thierry tomas tomasz toshiro umar umberto uwe vaclav valery vasily viktor vijay vikram vitaly vitali vittorio vlad
volodymyr walid werner wilhelm willem wim wladimir wolfgang yasser yevgeny yitzhak yoshihide yuri yousef youssef yusuf yukio zbigniew zoran jinping
bo bud buck buddy butch cal chet cory cruz dana dawson denver doyle emery emmett enoch ezra fergus flynn ford fritz galen
garth gideon grady grover guido hal harlan heath hershel hiram ike ira irv israel jasper jeb jefferson jethro jody judd kasim kendrick kip
lamont lane leland len lenny linus loren lucian lyman mack manny maury mickey mort murphy myron nat nestor ollie orville
pierce porter quinn ramsey rand randal regis rocco rocky romain rusty sandy sanford sonny sterling stu sylvester tad thad thaddeus tobias
tripp ulrich vito waldo ward waylon weldon wiley woody zeb zev rishi cornell dennis dorian darnell deandre deshawn denzel jalen
 kobe malik rashad reggie terrell tyrese 
`
	femaleNames = `
abby abigail ada adele adrienne agatha agnes aisha alana alexa alexandra alexandria alice alicia alison allison alma alyssa amanda
amber amelia amy ana anastasia andrea angela angelica angelina anita ann anna annabel anne annette annie antoinette april
ariana arianna arlene ashlee ashley astrid audrey aubrey ava barbara barbie bea beatrice becca becky belinda bella bernadette bernice
bertha bessie beth bethany betsy bette betty beverly bianca blanche bonnie brenda brianna bridget britney brittany brooke caitlin
camilla camille candace candice cara carissa carla carly carmen carol carole caroline carolyn carrie casey cassandra catherine cathy
cecilia celeste celia celine charlene charlotte chelsea cheri cheryl chloe christa christie christina christine christy cindy claire clara
clarissa claudia colleen connie constance consuelo cora cordelia corinne courtney crystal cynthia daisy danielle daphne darlene dawn
deanna deb debbie deborah debra deidre delia delilah della delores denise desiree diana diane dianne dina dolores donna dora doreen doris dorothy
edith edna eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth ella ellen ellie eloise elsa elsie emily emma erica
erika erin esmeralda estelle esther ethel etta eugenia eunice eva eve evelyn faith faye felicia felicity fern fiona flora
florence fran frances francesca freda frieda gabriela gabrielle gail gayle genevieve georgia georgina geraldine germaine gertrude gillian gina ginger
ginny gisele gladys gloria grace greta gretchen gwen gwendolyn hailey haley hannah harriet hattie hazel heather heidi helen helena helene helga
henrietta hilary hilda hillary holly hope ida ilene imogen ina ines inez ingrid irene iris irma isabel isabella isabelle ivy
jackie jaclyn jacqueline jan jana jane janelle janet janice janine jasmine jean jeanette jeanine jeanne jenna jennie jennifer jenny jess
jessica jessie jill jillian jo joan joann joanna joanne jocelyn johanna josephine joy joyce juanita judith judy julia juliana julianne
julie juliet june kaitlin kara karen kari karin karla karoline kate katharine katherine kathleen kathryn kathy katie katrina kay kayla keisha kellie
kelly kendra kerry kimberly kirsten kirstie kitty kris krista kristen kristi kristin kristina kristine kristy lacey lana lara larissa latoya laura
laurel lauren laurie leah leanne leigh leila lena leona leslie leticia lila lillian lilly lily linda lindsay lisa liz liza lizzie lois lola lorena
loretta lori lorna lorraine louisa louise lucia lucille lucinda lucy lydia lynda lynette lynn lynne mabel mackenzie maddie madeleine madeline madison mae
maggie mandy marcella marci marcia marcy margaret margarita margie margo margot marguerite maria mariah marian marianne marie
marilyn marina marion marisa marissa marjorie marla marlene marsha martha mary matilda maude maura maureen mavis maxine meg megan meghan
melanie melinda melissa mercedes meredith mia michele michelle mildred millicent millie mindy minnie miranda miriam misty moira
mollie molly mona monica muriel myra myrtle nadia nadine nan nancy naomi natalia natalie natasha nell nellie nicole nicolette
nikki nina nora noreen norma octavia olga olive olivia opal ophelia paige pam pamela patrice patricia patsy patti patty paula
pauline pearl peggy penelope penny petra phoebe phyllis polly priscilla prudence rachael rachel ramona raquel rebecca regina renata renee
rhoda rhonda rita roberta robin robyn rochelle ronda rosa rosalie rosalind rosalyn rosanne rose roseanne rosemary rosie roxanne ruby
ruth sabrina sadie sally samantha sandra sara sarah sasha savannah selena selma serena shana shannon shari sharon sheila shelby
shelley shelly sheri sherri sherry sheryl shirley sierra simone sofia sonia sonja sonya sophia sophie stacey stacie stacy stella steph stephanie
sue susan susanna susannah susanne susie suzanne suzy sybil sylvia tabitha tamara tami tammy tanya tara tasha tatiana teresa teri terri tess
theresa thelma tiffany tina toni tonya tracey traci tracy tricia trina trisha trudy una ursula valerie vanessa vera verna
veronica vicki vickie vicky victoria viola violet virginia vivian mara lotte maren ilka runa wanda wendy whitney wilhelmina wilma winifred winona yolanda yvette yvonne zelda zoe
adriana agnieszka aiko aishwarya alejandra aleksandra amina amira anastasiya anca angelique annegret anneliese antonella anya aoife asma aung ayesha
beata benazir birgit birgitta britta carolina carlotta catalina catarina chantal chiara christiane cosima cristina delphine dominique ekaterina elif elke
elodie emine erna esra ewa farah fatima fatma federica fernanda florentina frauke gabriella galina gerda ghada giorgia giulia gudrun
hanan hanna heike hina ilse inga ingeborg irina isabela itziar ivana jadwiga jelena joanna julianne jutta kamala karima katarina katja katrin
khadija kirsti kyoko laila larysa latifa leyla lidia ljiljana loubna lucie ludmila luisa lyudmila magda magdalena maja malala manuela marcela mareike margarethe margrethe
mariam mariana marija marika marine marta maryam mathilde mayumi meera mette michiko milena mina monika nadezhda najat naoko nargis natalya
nawal nicola nour oksana olena paola park preeti priya priyanka radhika rania rasha reem rima rosario rukhsana sabine saida sakura salma samira sanna sania
segolene shabnam shireen sigrid silvia sinead siobhan sunita svetlana sylke tatyana teodora theresia tzipi ulrike ursula valentina valeria veronique viktoria viviane
 yael yasmin yoko yulia yuliya yuriko zahra zainab zeynep zsuzsa zuzana ellen graca
alondra brandi cassidy chrissy darcy deja dee dottie ebony edie effie elissa elyse eryn gabby gertie greer hadley janessa jayne jolene joni kamryn
karyn kasey katy kaye keira kenya keri kiersten kierra kira kyra lashonda latanya latisha leann lesley letitia lexi lilian lora lorelei loretta luann lupita lynnette
maeve maia mamie marcie maribel marisol marybeth maryanne maxime merle merrill michaela michelle mitzi nanette nichole noelle nydia odessa patrina pippa portia
randi reba rena rhea ria roslyn rowena sallie saundra shanice shauna sheena shonda sienna sondra stephany sunny tammie tarana tawny thea tia tracie tyra
 valarie velma vonda winnie xena yasmine yesenia zora
`
	// eitherNames are first names of no telling gender.
	eitherNames = `
addison alex andrea ariel ashley avery bailey blair bobbie cameron carey casey chris corey courtney dakota dale dana drew dylan emerson finley francis frankie
gale harley harper hayden hunter jaime jamie jan jean jessie jody jordan jules kasey kelly kendall kerry kim kris lee leslie lindsay lindsey logan
marion max micah morgan nicola noel pat parker peyton quinn reese riley robin rory rowan sage sam sandy sasha shannon shawn sidney skyler spencer stacy sydney
taylor terry tracy val yi wei jun ming hong xiao min jin yan ling mei chen park sasha andrea simone ira angel alexis 
`
)

// nicknames pairs short forms with the full first names they stand for.
const nicknames = `
abe abraham, al albert alan alfred allen alexander, alex alexander alexandra, andy andrew, art arthur, barb barbara, becky rebecca, ben benjamin,
bernie bernard, bert albert robert herbert, beth elizabeth, betsy elizabeth, betty elizabeth, bill william, billy william, bob robert, bobby robert,
brad bradley, cathy catherine, charlie charles, chris christopher christine christina, chuck charles, cindy cynthia, cliff clifford, dan daniel, danny daniel,
dave david, deb deborah debra, debbie deborah debra, dick richard, don donald, doug douglas, ed edward edwin edgar, eddie edward, fred frederick alfred,
gabby gabrielle, gene eugene, geoff geoffrey, gerry gerald, greg gregory, hank henry, harry harold henry, jack john, jake jacob, jeb john, jeff jeffrey, jen jennifer,
jenny jennifer, jerry gerald jerome, jim james, jimmy james, joe joseph, jon jonathan, josh joshua, judy judith, kate katherine kathleen, kathy katherine kathleen,
katie katherine kathleen, ken kenneth, kim kimberly, larry lawrence laurence, len leonard, liz elizabeth, lou louis louise, maggie margaret, matt matthew, max maxwell,
meg margaret, mike michael, mitch mitchell, nancy ann, nate nathan nathaniel, newt newton, nick nicholas, pam pamela, pat patrick patricia, pete peter, phil philip phillip,
randy randall randolph, ray raymond, rich richard, rick richard eric, rob robert, robby robert, ron ronald, rudy rudolph, russ russell, sam samuel samantha, sandy sandra,
stan stanley, steve steven stephen, sue susan, ted edward theodore, terry terence theresa, tim timothy, tom thomas, tony anthony, vic victor, vicky victoria,
vince vincent, walt walter, will william, zach zachary, zeke ezekiel, volodya vladimir, sasha alexander
`
