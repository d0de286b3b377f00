//! Takes the claims in, in one thread, with the default merge policy.

use crate::{figures, Result, ENGINE};
use serde::Serialize;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::time::Instant;
use tantivy::schema::{IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{TextAnalyzer, WhitespaceTokenizer};
use tantivy::{Index, TantivyDocument};

const COMMIT_EVERY: usize = 1000;
const COLUMNS: usize = 8; // name, terms, words, speaker, outlet, said, month, text
const SAID: usize = 5;
const MEMORY: usize = 100_000_000;

/// What indexing took, as eval/bench/peer.Indexed.
#[derive(Serialize)]
pub struct Report {
    engine: &'static str,
    claims: usize,
    wall_seconds: f64,
    cpu_seconds: f64,
}

/// The fields, in the order of the columns up to the month.
pub const FIELDS: [&str; 7] = ["name", "terms", "words", "speaker", "outlet", "said", "month"];

fn schema() -> Schema {
    let tokens = |option| TextFieldIndexing::default().set_tokenizer("spaces").set_index_option(option);
    let keyword = TextFieldIndexing::default().set_tokenizer("raw").set_fieldnorms(false).set_index_option(IndexRecordOption::Basic);
    let mut schema = Schema::builder();
    schema.add_text_field("name", TextOptions::default().set_stored());
    schema.add_text_field("terms", TextOptions::default().set_stored().set_indexing_options(tokens(IndexRecordOption::WithFreqs)));
    schema.add_text_field("words", TextOptions::default().set_indexing_options(tokens(IndexRecordOption::WithFreqsAndPositions)));
    schema.add_text_field("speaker", TextOptions::default().set_fast("raw").set_indexing_options(keyword));
    schema.add_text_field("outlet", TextOptions::default().set_fast("raw"));
    schema.add_i64_field("said", NumericOptions::default().set_indexed().set_fast());
    schema.add_text_field("month", TextOptions::default().set_fast("raw"));
    schema.build()
}

/// Makes the tokenizer of spaces known to an index.
pub fn prepared(index: Index) -> Index {
    index.tokenizers().register("spaces", TextAnalyzer::from(WhitespaceTokenizer::default()));
    index
}

pub fn index(claims: &str, directory: &str) -> Result<Report> {
    let (used, began) = (figures::cpu(), Instant::now());
    let schema = schema();
    let index = prepared(Index::create_in_dir(directory, schema.clone())?);
    let fields = FIELDS.map(|name| schema.get_field(name).expect("a field of the schema"));
    let mut writer = index.writer_with_num_threads(1, MEMORY)?;
    let mut n = 0;
    for line in BufReader::new(File::open(claims)?).lines() {
        let line = line?;
        let columns: Vec<&str> = line.split('\t').collect();
        if columns.len() != COLUMNS {
            return Err(format!("a line of {} columns", columns.len()).into());
        }
        let mut document = TantivyDocument::default();
        for (at, field) in fields.iter().enumerate() {
            if at == SAID {
                document.add_i64(*field, columns[at].parse()?);
            } else {
                document.add_text(*field, columns[at]);
            }
        }
        writer.add_document(document)?;
        n += 1;
        if n % COMMIT_EVERY == 0 {
            writer.commit()?;
        }
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    Ok(Report { engine: ENGINE, claims: n, wall_seconds: began.elapsed().as_secs_f64(), cpu_seconds: figures::cpu() - used })
}
