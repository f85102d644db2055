use std::collections::HashMap;
use std::io::{self, BufRead};

pub fn count_commands() -> io::Result<usize> {
    let mut counts = HashMap::new();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let command = line.split(' ').next().unwrap_or("");
        *counts.entry(command).or_insert(0) += 1;
    }
    Ok(counts.len())
}
