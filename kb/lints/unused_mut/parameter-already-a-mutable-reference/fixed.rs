pub fn record(log: &mut Vec<String>, line: &str) {
    let number = log.len() + 1;
    log.push(format!("{number}: {line}"));
}
