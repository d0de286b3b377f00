package extract

// attributingNouns are the nouns whose "that" clause is what somebody said
// ("his claim that …", "a warning from the port that …").
var attributingNouns = wordSet(`claim claims assertion assertions contention warning warnings allegation allegations
accusation accusations argument arguments statement statements announcement prediction predictions pledge promise promises
vow insistence suggestion suggestions declaration admission acknowledgment acknowledgement complaint complaints boast
remark remarks comment comments charge charges reminder assurance assurances denial denials testimony rumor rumors
reports conclusion observation`)

// toNouns are those of them that an infinitive can follow ("a promise to").
var toNouns = wordSet("pledge promise promises vow")
