pub fn count_errors(lines: &[&str]) -> usize {
    let mut count = 0;
    for line in lines {
        if line.contains("ERROR") {
            count++;
        }
    }
    count
}
