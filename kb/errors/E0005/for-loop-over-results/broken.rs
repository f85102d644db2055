use std::io::{self, BufRead};

pub fn count_comments(input: impl BufRead) -> io::Result<usize> {
    let mut comments = 0;
    for Ok(line) in input.lines() {
        if line.starts_with('#') {
            comments += 1;
        }
    }
    Ok(comments)
}
