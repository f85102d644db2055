fn main() {
    let missing: Vec<String> = ["DATABASE_URL", "API_KEY"]
        .into_iter()
        .filter(|name| std::env::var(name).is_err())
        .map(String::from)
        .collect();
    println!("missing settings: {}", missing.join(", "));
}
