pub fn count_errors(lines: &[&str]) -> usize {
    let mut errors = 0;
    for line in lines {
        if line.starts_with("ERROR") {
            errors += 1;
        }
    }
    errors
}
