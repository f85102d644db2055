async fn load_config() -> String {
    "verbose = true".to_string()
}

fn main() {
    let config = load_config().await;
    println!("{config}");
}
