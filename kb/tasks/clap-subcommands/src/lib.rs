//! A list of things to do, driven from the command line.

use clap::{Parser, Subcommand, ValueEnum};

/// Keep a list of things to do.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
pub struct Cli {
    /// Say more about what is done
    #[arg(short, long, global = true)]
    pub verbose: bool,

    #[command(subcommand)]
    pub command: Command,
}

/// What to do with the list.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add something to do
    Add {
        /// What is to be done
        #[arg(required = true)]
        words: Vec<String>,
        /// How much it matters
        #[arg(short, long, value_enum, default_value_t = Priority::Normal)]
        priority: Priority,
    },
    /// Strike out the entry with this number
    Done {
        #[arg(value_parser = clap::value_parser!(u32).range(1..))]
        number: u32,
    },
    /// Show what is left
    List,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Priority {
    High,
    Normal,
    Low,
}

/// The entries, each with its priority.
#[derive(Debug, Default)]
pub struct TodoList {
    entries: Vec<(Priority, String)>,
}

impl TodoList {
    /// Does what was asked and returns what to print, or what is wrong.
    ///
    /// # Errors
    ///
    /// Says so where there is no entry of that number.
    pub fn run(&mut self, command: Command) -> Result<String, String> {
        match command {
            Command::Add { words, priority } => {
                let entry = words.join(" ");
                let answer = format!("added: {entry}");
                self.entries.push((priority, entry));
                self.entries.sort_by_key(|(priority, _)| *priority);
                Ok(answer)
            }
            Command::Done { number } => {
                let index = number as usize - 1;
                if index >= self.entries.len() {
                    return Err(format!("there is no entry {number}"));
                }
                Ok(format!("done: {}", self.entries.remove(index).1))
            }
            Command::List => {
                let lines = self.entries.iter().enumerate();
                let lines = lines.map(|(index, (_, entry))| format!("{}. {entry}", index + 1));
                Ok(lines.collect::<Vec<_>>().join("\n"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;
    use clap::error::ErrorKind;

    fn parse(args: &[&str]) -> Result<Cli, clap::Error> {
        Cli::try_parse_from([&["todo"], args].concat())
    }

    #[test]
    fn the_definition_contradicts_itself_nowhere() {
        Cli::command().debug_assert();
    }

    #[test]
    fn what_matters_most_comes_first() {
        let mut list = TodoList::default();
        for args in [
            &["add", "water", "plants"][..],
            &["add", "-p", "high", "pay", "rent"],
        ] {
            list.run(parse(args).unwrap().command).unwrap();
        }
        let shown = list.run(Command::List).unwrap();
        assert_eq!(shown, "1. pay rent\n2. water plants");
        assert_eq!(
            list.run(Command::Done { number: 1 }).unwrap(),
            "done: pay rent"
        );
        assert!(list.run(Command::Done { number: 2 }).is_err());
    }

    #[test]
    fn a_global_flag_may_follow_the_subcommand() {
        assert!(parse(&["list", "--verbose"]).unwrap().verbose);
    }

    #[test]
    fn wrong_usage_is_told_by_kind() {
        let kind = |args: &[&str]| parse(args).unwrap_err().kind();
        assert_eq!(kind(&["sing"]), ErrorKind::InvalidSubcommand);
        assert_eq!(kind(&["add"]), ErrorKind::MissingRequiredArgument);
        assert_eq!(kind(&["done", "0"]), ErrorKind::ValueValidation);
        assert_eq!(
            kind(&["add", "x", "--priority", "urgent"]),
            ErrorKind::InvalidValue
        );
    }
}
