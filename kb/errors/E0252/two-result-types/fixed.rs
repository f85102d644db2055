use std::{fmt, io};

pub fn cell(out: &mut dyn fmt::Write, text: &str) -> fmt::Result {
    write!(out, "{text};")
}

pub fn header(out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "name;amount")
}
