use std::process::ExitCode;

use clap::Parser;
use clap_subcommands::{Cli, TodoList};

fn main() -> ExitCode {
    let cli = Cli::parse();
    if cli.verbose {
        eprintln!("running {:?}", cli.command);
    }
    match TodoList::default().run(cli.command) {
        Ok(answer) => {
            println!("{answer}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("clap-subcommands: {message}");
            ExitCode::FAILURE
        }
    }
}
