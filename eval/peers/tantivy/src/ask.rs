//! Asks the questions in one thread, with counts that are exact.

use crate::figures::{self, Figures};
use crate::index::prepared;
use crate::{Result, ENGINE};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::ops::Bound;
use std::time::Duration;
use tantivy::aggregation::agg_req::Aggregations;
use tantivy::aggregation::agg_result::{AggregationResult, BucketResult};
use tantivy::aggregation::AggregationCollector;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, PhraseQuery, Query, RangeQuery, RegexQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::snippet::SnippetGenerator;
use tantivy::{DocAddress, Index, Order, Searcher, TantivyDocument, Term};

const PAGE_SIZE: usize = 10;
const FACETS: [&str; 3] = ["speaker", "outlet", "month"];

/// A question as eval/bench/peer.Question writes it.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Question {
    class: String,
    must: Vec<String>,
    should: Vec<String>,
    phrase: Vec<String>,
    prefix: String,
    speaker: String,
    from: i64,
    to: i64,
    newest: bool,
    facets: bool,
    highlight: bool,
}

/// What the questions took, as eval/bench/peer.Queried.
#[derive(Serialize)]
pub struct Report {
    engine: &'static str,
    rss: i64,
    classes: Vec<Class>,
}

/// As eval/bench/peer.Class.
#[derive(Serialize)]
struct Class {
    class: String,
    #[serde(flatten)]
    figures: Figures,
    totals: Vec<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    facets: Vec<Vec<Vec<u64>>>,
}

struct Asker {
    searcher: Searcher,
    name: Field,
    terms: Field,
    words: Field,
    speaker: Field,
    said: Field,
    aggregations: Aggregations,
}

pub fn ask(directory: &str, questions: &str, warmup: u64, runs: usize) -> Result<Report> {
    let index = prepared(Index::open_in_dir(directory)?);
    let field = |name: &str| index.schema().get_field(name);
    let asker = Asker {
        searcher: index.reader()?.searcher(),
        name: field("name")?,
        terms: field("terms")?,
        words: field("words")?,
        speaker: field("speaker")?,
        said: field("said")?,
        aggregations: aggregations()?,
    };
    let mut classes = Vec::new();
    for questions in read(questions)? {
        let (mut totals, mut facets) = (vec![0; questions.len()], vec![Vec::new(); questions.len()]);
        let figures = figures::measure(questions.len(), Duration::from_millis(warmup), runs, |i| {
            (totals[i], facets[i]) = asker.answer(&questions[i])?;
            Ok(())
        })?;
        if !questions[0].facets {
            facets.clear();
        }
        classes.push(Class { class: questions[0].class.clone(), figures, totals, facets });
    }
    Ok(Report { engine: ENGINE, rss: figures::memory()?, classes })
}

/// The questions by class, in their order.
fn read(path: &str) -> Result<Vec<Vec<Question>>> {
    let mut classes: Vec<Vec<Question>> = Vec::new();
    for line in BufReader::new(File::open(path)?).lines() {
        let question: Question = serde_json::from_str(&line?)?;
        match classes.last_mut() {
            Some(last) if last[0].class == question.class => last.push(question),
            _ => classes.push(vec![question]),
        }
    }
    Ok(classes)
}

/// The ten most frequent values of each facet. Every segment tells of all its
/// values, or the counts would not be exact.
fn aggregations() -> Result<Aggregations> {
    let mut all = serde_json::Map::new();
    for name in FACETS {
        all.insert(name.to_string(), serde_json::json!({"terms": {"field": name, "size": 10, "segment_size": 60000}}));
    }
    Ok(serde_json::from_value(all.into())?)
}

impl Asker {
    /// The number of matches, and the counts of the facets where they are asked for.
    fn answer(&self, question: &Question) -> Result<(usize, Vec<Vec<u64>>)> {
        let query = self.query(question)?;
        let top = TopDocs::with_limit(PAGE_SIZE);
        let mut facets = Vec::new();
        let (hits, total): (Vec<DocAddress>, usize) = if question.newest {
            let (hits, total) = self.searcher.search(&query, &(top.order_by_fast_field::<i64>("said", Order::Desc), Count))?;
            (hits.into_iter().map(|hit| hit.1).collect(), total)
        } else if question.facets {
            let counts = AggregationCollector::from_aggs(self.aggregations.clone(), Default::default());
            let (hits, total, counted) = self.searcher.search(&query, &(top.order_by_score(), Count, counts))?;
            for name in FACETS {
                facets.push(counts_of(counted.0.get(name)));
            }
            (hits.into_iter().map(|hit| hit.1).collect(), total)
        } else {
            let (hits, total) = self.searcher.search(&query, &(top.order_by_score(), Count))?;
            (hits.into_iter().map(|hit| hit.1).collect(), total)
        };
        let snippets = match question.highlight {
            true => Some(SnippetGenerator::create(&self.searcher, &query, self.terms)?),
            false => None,
        };
        for hit in hits {
            let document: TantivyDocument = self.searcher.doc(hit)?;
            document.get_first(self.name).ok_or("no name")?;
            if let Some(snippets) = &snippets {
                snippets.snippet_from_doc(&document).to_html();
            }
        }
        Ok((total, facets))
    }

    fn query(&self, question: &Question) -> Result<Box<dyn Query>> {
        let term = |word: &String| -> Box<dyn Query> {
            Box::new(TermQuery::new(Term::from_field_text(self.terms, word), IndexRecordOption::WithFreqs))
        };
        let mut all: Vec<(Occur, Box<dyn Query>)> = question.must.iter().map(|word| (Occur::Must, term(word))).collect();
        if !question.should.is_empty() {
            let any = question.should.iter().map(|word| (Occur::Should, term(word))).collect();
            all.push((Occur::Must, Box::new(BooleanQuery::new(any))));
        }
        if !question.phrase.is_empty() {
            let words = question.phrase.iter().map(|word| Term::from_field_text(self.words, word)).collect();
            all.push((Occur::Must, Box::new(PhraseQuery::new(words))));
        }
        if !question.prefix.is_empty() {
            all.push((Occur::Must, Box::new(RegexQuery::from_pattern(&format!("{}.*", question.prefix), self.words)?)));
        }
        if !question.speaker.is_empty() {
            let speaker = TermQuery::new(Term::from_field_text(self.speaker, &question.speaker), IndexRecordOption::Basic);
            all.push((Occur::Must, Box::new(ConstScoreQuery::new(Box::new(speaker), 0.0))));
        }
        if question.to != 0 {
            let from = Bound::Included(Term::from_field_i64(self.said, question.from));
            let to = Bound::Excluded(Term::from_field_i64(self.said, question.to));
            all.push((Occur::Must, Box::new(ConstScoreQuery::new(Box::new(RangeQuery::new(from, to)), 0.0))));
        }
        if all.len() == 1 {
            return Ok(all.remove(0).1);
        }
        Ok(Box::new(BooleanQuery::new(all)))
    }
}

/// The counts of the values of a facet, highest first.
fn counts_of(result: Option<&AggregationResult>) -> Vec<u64> {
    match result {
        Some(AggregationResult::BucketResult(BucketResult::Terms { buckets, .. })) => buckets.iter().map(|bucket| bucket.doc_count).collect(),
        _ => Vec::new(),
    }
}
