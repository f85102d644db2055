fn banner() -> String {
    format!("importer {}", 3)
}

fn main() {
    let text = banner();
    println!("{text}");
    println!("{}", "-".repeat(text.len()));
}
