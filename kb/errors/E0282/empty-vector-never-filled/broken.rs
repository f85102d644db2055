fn main() {
    let warnings = Vec::new();
    if warnings.is_empty() {
        println!("no warnings");
    }
}
