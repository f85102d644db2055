use std::io::{self, Write};

fn run<W: Write>(out: &mut W) -> io::Result<()> {
    writeln!(out, "ready")
}

fn main() -> io::Result<()> {
    run(&mut io::stdout())
}
