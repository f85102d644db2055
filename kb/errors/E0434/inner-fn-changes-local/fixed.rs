pub fn count_errors(lines: &[&str]) -> usize {
    let mut errors = 0;

    let mut record = |line: &str| {
        if line.starts_with("ERROR") {
            errors += 1;
        }
    };

    for line in lines {
        record(line);
    }
    errors
}
