use std::io::{self, BufRead};

pub fn count_errors(log: impl BufRead) -> io::Result<usize> {
    let mut errors = 0;
    for line in log.lines() {
        if line?.contains("ERROR") {
            errors += 1;
        }
    }
    Ok(errors)
}
