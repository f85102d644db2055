//! A small import that reports what it does.

use std::io::Write;

/// Choose where the log goes; call it once, first thing in `main`.
///
/// The level is `filter`, such as `info` or `warn,my_crate::import=debug`; programs usually
/// take it from the variable `RUST_LOG`. Lines have no time of day: a service's journal adds that.
///
/// # Errors
///
/// If a logger was chosen before.
pub fn start_logging(
    filter: &str,
    output: Box<dyn Write + Send>,
) -> Result<(), log::SetLoggerError> {
    env_logger::Builder::new()
        .parse_filters(filter)
        .target(env_logger::Target::Pipe(output))
        .format(|line, record| {
            writeln!(
                line,
                "{:<5} {}: {}",
                record.level(),
                record.target(),
                record.args()
            )
        })
        .try_init()
}

/// Reading numbers.
pub mod import {
    use log::{debug, info, warn};

    /// The numbers of a text, one per line; other lines are left out and logged.
    pub fn numbers(text: &str) -> Vec<i64> {
        let mut numbers = Vec::new();
        let mut bad = 0;
        for (index, line) in text.lines().enumerate() {
            match line.trim().parse() {
                Ok(number) => {
                    debug!("line {}: {number}", index + 1);
                    numbers.push(number);
                }
                Err(error) => {
                    bad += 1;
                    warn!("line {} left out: {error}", index + 1);
                }
            }
        }
        info!("{} numbers read, {bad} lines left out", numbers.len());
        numbers
    }
}
