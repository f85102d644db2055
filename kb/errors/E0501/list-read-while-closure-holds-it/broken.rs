fn record(log: &mut Vec<String>) {
    let mut add = |line: &str| log.push(line.to_owned());
    add("started");
    println!("{} lines so far", log.len());
    add("done");
}

fn main() {
    let mut log = Vec::new();
    record(&mut log);
    println!("{log:?}");
}
