use clap::{Arg, ArgMatches, Command};

fn command() -> Command<'static> {
    Command::new("tool")
        .arg(Arg::new("name").short('n').long("name").takes_value(true).help(".takes_value(true)"))
        .arg(Arg::new("pair").long("pair").number_of_values(2))
        .arg(Arg::new("many").long("many").takes_value(true).multiple_values(true))
        .arg(Arg::new("also").long("also").multiple_values(true).takes_value(true))
        .arg(Arg::new("some").long("some").min_values(2))
        .arg(Arg::new("mode").long("mode").possible_values(["fast", "slow"]).default_value("slow"))
        .arg(Arg::new("rest"))
}

fn one<'a>(found: &'a ArgMatches, name: &str) -> Option<&'a str> {
    found.value_of(name)
}

fn all<'a>(found: &'a ArgMatches, name: &str) -> Vec<&'a str> {
    match found.values_of(name) {
        Some(values) => values.collect(),
        None => vec!["none"],
    }
}

fn main() {
    for line in [
        "", "-n me", "--name a --name b", "--name", "--pair a b", "--pair a", "--pair a b c", "--many a b c",
        "--many a --many b", "--many", "--also a b", "--some a", "--some a b c", "--mode fast", "--mode odd",
        "--pair a b --pair c d", "rest", "-n -x", "--also a --name b rest",
    ] {
        let line = format!("tool {line}");
        match command().try_get_matches_from(line.split_whitespace()) {
            Ok(found) => {
                let many = ["pair", "many", "also", "some"].map(|name| all(&found, name));
                let single = ["name", "mode", "rest"].map(|name| one(&found, name));
                println!("{line}: {single:?} {many:?}");
            }
            Err(_) => println!("{line}: refused"),
        }
    }
}
