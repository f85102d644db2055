fn main() {
    let body = r##"{"status": "ok"}"#;
    println!("{body}");
}
