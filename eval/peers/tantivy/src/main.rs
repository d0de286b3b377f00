//! tantivy as a peer of the benchmark: see eval/bench/peer for what is asked of it.

mod ask;
mod figures;
mod index;

/// The name in reports.
pub const ENGINE: &str = "tantivy 0.27.0";

pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let report = match args[..] {
        ["index", claims, directory] => serde_json::to_string(&index::index(claims, directory)?)?,
        ["query", directory, questions, warmup, runs] => {
            serde_json::to_string(&ask::ask(directory, questions, warmup.parse()?, runs.parse()?)?)?
        }
        _ => return Err("takes: index CLAIMS DIRECTORY, or query DIRECTORY QUESTIONS WARMUP RUNS".into()),
    };
    println!("{report}");
    Ok(())
}
