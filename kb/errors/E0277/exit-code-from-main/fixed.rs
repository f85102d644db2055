use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    if env::args().len() < 2 {
        eprintln!("usage: greet NAME");
        return ExitCode::from(2);
    }
    ExitCode::SUCCESS
}
