pub fn report(text: &str) {
    let port = text.parse::<u16>();
    println!("port: {port:?}");
}
