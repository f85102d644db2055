use std::path::PathBuf;

use exit_codes::{Outcome, run};

fn main() -> Outcome {
    let args: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    run(&args).into()
}
