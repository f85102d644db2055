pub fn address(host: &str, port: u16) -> String {
    println!("port {port}");
    format!("{}:{}", host)
}
