use std::process::ExitCode;

use args_by_hand::{Options, USAGE};

fn main() -> ExitCode {
    match Options::parse(std::env::args_os().skip(1)) {
        Ok(options) => {
            print!("{}", options.greeting());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("args-by-hand: {error}\n{USAGE}");
            ExitCode::from(2)
        }
    }
}
