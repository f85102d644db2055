fn main() {
    let mut errors = Vec::new();
    for line in ["ok", "error: disk", "error: net"] {
        if line.starts_with("error") {
            errors.push(line);
        }
    }
    println!("{} errors", errors.len());
}
