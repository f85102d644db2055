use std::io;
use std::process::{Command, ExitStatus};

pub fn fetch(folder: &str) -> io::Result<ExitStatus> {
    Command::new("git")
        .args(["fetch", "--quiet"])
        .current_dir(folder)
        .status()
}
