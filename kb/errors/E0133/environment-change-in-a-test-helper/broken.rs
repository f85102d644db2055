use std::io;
use std::process::{Command, ExitStatus};

pub fn run_backup(target: &str) -> io::Result<ExitStatus> {
    std::env::set_var("BACKUP_TARGET", target);
    Command::new("backup").arg("--all").status()
}
