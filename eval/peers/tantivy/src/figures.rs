//! Times calls, in wall time and in CPU time of the process.

use crate::Result;
use serde::Serialize;
use std::time::{Duration, Instant};

/// What the calls of a class took, as eval/bench/measure.Figures.
#[derive(Serialize, Default)]
pub struct Figures {
    calls: usize,
    p50: f64,
    p95: f64,
    p99: f64,
    cpu: f64,
    per_second: f64,
}

/// CPU time of the process in seconds, of all its threads.
pub fn cpu() -> f64 {
    // SAFETY: getrusage fills the structure it is given.
    let used = unsafe {
        let mut used: libc::rusage = std::mem::zeroed();
        libc::getrusage(libc::RUSAGE_SELF, &mut used);
        used
    };
    let seconds = |t: libc::timeval| t.tv_sec as f64 + t.tv_usec as f64 / 1e6;
    seconds(used.ru_utime) + seconds(used.ru_stime)
}

/// Resident size in bytes.
pub fn memory() -> Result<i64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).ok_or("no VmRSS")?;
    let kb: i64 = line.split_whitespace().nth(1).ok_or("no VmRSS")?.parse()?;
    Ok(kb << 10)
}

/// Makes all calls until the warm-up is over, then so many times; the run with the least CPU time counts.
pub fn measure(n: usize, warmup: Duration, runs: usize, mut call: impl FnMut(usize) -> Result<()>) -> Result<Figures> {
    let began = Instant::now();
    loop {
        once(n, &mut call)?;
        if began.elapsed() >= warmup {
            break;
        }
    }
    let mut best = once(n, &mut call)?;
    for _ in 1..runs {
        let figures = once(n, &mut call)?;
        if figures.cpu < best.cpu {
            best = figures;
        }
    }
    Ok(best)
}

fn once(n: usize, call: &mut impl FnMut(usize) -> Result<()>) -> Result<Figures> {
    let mut waits = Vec::with_capacity(n);
    let (used, began) = (cpu(), Instant::now());
    for i in 0..n {
        let asked = Instant::now();
        call(i)?;
        waits.push(asked.elapsed());
    }
    let (used, wall) = (cpu() - used, began.elapsed());
    waits.sort();
    let at = |percent: usize| waits[(n * percent / 100).min(n - 1)].as_secs_f64() * 1e6;
    Ok(Figures { calls: n, p50: at(50), p95: at(95), p99: at(99), cpu: used * 1e6 / n as f64, per_second: n as f64 / wall.as_secs_f64() })
}
