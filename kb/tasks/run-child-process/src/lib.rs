//! Other programs as functions from text to text.

use std::fmt;
use std::io::{self, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;

/// Why a program gave no result.
#[derive(Debug)]
pub enum RunError {
    /// It could not be started, or its pipes broke.
    Io { program: String, source: io::Error },
    /// It ended with another status than 0; `stderr` is what it said.
    Failed {
        program: String,
        status: ExitStatus,
        stderr: String,
    },
    /// What it printed is not UTF-8.
    NotText { program: String },
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { program, source } => write!(f, "cannot run {program}: {source}"),
            Self::Failed {
                program,
                status,
                stderr,
            } => write!(f, "{program} failed ({status}): {}", stderr.trim_end()),
            Self::NotText { program } => write!(f, "{program} printed what is no text"),
        }
    }
}

impl std::error::Error for RunError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// Runs `command` with `input` on its standard input and returns what it prints.
///
/// # Errors
///
/// Fails where it does not start, ends with another status than 0, or prints no UTF-8.
pub fn run(command: &mut Command, input: &str) -> Result<String, RunError> {
    let program = command.get_program().to_string_lossy().into_owned();
    let io_error = |source| RunError::Io {
        program: program.clone(),
        source,
    };
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(io_error)?;
    let stdin = child.stdin.take();
    let output = thread::scope(|scope| {
        scope.spawn(move || {
            // one that does not read its input closes the pipe: what it prints counts
            stdin.map(|mut pipe| pipe.write_all(input.as_bytes()))
        });
        child.wait_with_output()
    })
    .map_err(io_error)?;
    if !output.status.success() {
        return Err(RunError::Failed {
            program,
            status: output.status,
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        });
    }
    String::from_utf8(output.stdout).map_err(|_| RunError::NotText { program })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn text_goes_in_and_comes_out() -> Result<(), RunError> {
        assert_eq!(
            run(&mut Command::new("sort"), "pear\nfig\n")?,
            "fig\npear\n"
        );
        Ok(())
    }

    #[test]
    fn more_than_the_pipes_hold_does_not_hang() -> Result<(), RunError> {
        let much = "x".repeat(1 << 20);
        assert_eq!(run(&mut Command::new("cat"), &much)?.len(), much.len());
        Ok(())
    }

    #[test]
    fn arguments_need_no_quotes() -> Result<(), RunError> {
        let printed = run(Command::new("printf").args(["%s", "$HOME; a 'b'"]), "")?;
        assert_eq!(printed, "$HOME; a 'b'");
        Ok(())
    }

    #[test]
    fn each_failure_is_told_apart() {
        let missing = run(&mut Command::new("no-such-program"), "").unwrap_err();
        assert!(
            missing
                .to_string()
                .starts_with("cannot run no-such-program:")
        );
        let failed = run(&mut shell("echo bad day >&2; exit 3"), "").unwrap_err();
        assert!(failed.to_string().ends_with("bad day"), "{failed}");
        let bytes = run(&mut shell(r"printf '\377'"), "").unwrap_err();
        assert!(matches!(bytes, RunError::NotText { .. }));
    }

    #[test]
    fn one_that_reads_nothing_is_fine() -> Result<(), RunError> {
        assert_eq!(
            run(&mut shell("echo done"), &"x".repeat(1 << 20))?,
            "done\n"
        );
        Ok(())
    }
}
