fn banner() -> &'static str {
    "importer 3"
}

fn main() {
    let text = banner();
    println!("{text}");
    println!("{}", "-".repeat(text.len()));
}
