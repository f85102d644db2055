fn record(log: &mut Vec<String>) {
    let add = |log: &mut Vec<String>, line: &str| log.push(line.to_owned());
    add(log, "started");
    println!("{} lines so far", log.len());
    add(log, "done");
}

fn main() {
    let mut log = Vec::new();
    record(&mut log);
    println!("{log:?}");
}
