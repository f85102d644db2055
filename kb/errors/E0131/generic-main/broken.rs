use std::io::{self, Write};

fn main<W: Write>() -> io::Result<()> {
    let mut out = io::stdout();
    writeln!(out, "ready")
}
