use std::io::{self, Write};

pub fn output(quiet: bool) -> Box<dyn Write> {
    if quiet {
        Box::new(io::Sink {})
    } else {
        Box::new(io::stdout())
    }
}
