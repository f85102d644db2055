fn main() {
    let warnings: Vec<String> = Vec::new();
    if warnings.is_empty() {
        println!("no warnings");
    }
}
