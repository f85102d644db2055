use std::io::{self, BufRead};

pub fn count_comments(input: impl BufRead) -> io::Result<usize> {
    let mut comments = 0;
    for line in input.lines() {
        let line = line?;
        if line.starts_with('#') {
            comments += 1;
        }
    }
    Ok(comments)
}
