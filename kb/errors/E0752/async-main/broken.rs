async fn load_config() -> String {
    "verbose = true".to_string()
}

async fn main() {
    let config = load_config().await;
    println!("{config}");
}
