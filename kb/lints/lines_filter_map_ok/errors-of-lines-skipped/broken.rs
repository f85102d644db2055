use std::io::BufRead;

pub fn count_errors(log: impl BufRead) -> usize {
    let mut errors = 0;
    for line in log.lines().flatten() {
        if line.contains("ERROR") {
            errors += 1;
        }
    }
    errors
}
