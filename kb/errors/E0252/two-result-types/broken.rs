use std::fmt::Result;
use std::io::Result;

pub fn cell(out: &mut dyn std::fmt::Write, text: &str) -> Result {
    write!(out, "{text};")
}

pub fn header(out: &mut dyn std::io::Write) -> std::io::Result<()> {
    writeln!(out, "name;amount")
}
