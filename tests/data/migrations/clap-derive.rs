use std::path::PathBuf;

use clap::{ArgEnum, Parser};

#[derive(Clone, Debug, ArgEnum)]
enum Mode {
    Fast,
    Slow,
}

fn parse_even(text: &str) -> Result<u32, String> {
    let number: u32 = text.parse().map_err(|_| "no number".to_owned())?;
    if number % 2 == 0 { Ok(number) } else { Err("odd".to_owned()) }
}

#[derive(Debug, Parser)]
struct Arguments {
    #[clap(short, long, parse(from_occurrences))]
    verbose: u8,
    #[clap(long, parse(from_os_str))]
    file: Option<PathBuf>,
    #[clap(long, parse(try_from_str))]
    port: Option<u16>,
    #[clap(long, parse(try_from_str = parse_even), default_value = "2")]
    even: u32,
    #[clap(long, arg_enum, default_value = "fast")]
    mode: Mode,
}

fn main() {
    for line in ["", "-vv -v", "--file a", "--port 80", "--port 70000", "--even 3", "--even 4 --mode slow", "--mode x"] {
        let line = format!("tool {line}");
        match Arguments::try_parse_from(line.split_whitespace()) {
            Ok(found) => println!("{line}: {found:?}"),
            Err(_) => println!("{line}: refused"),
        }
    }
}
