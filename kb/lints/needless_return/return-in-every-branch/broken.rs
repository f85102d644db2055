pub fn service(port: u16) -> &'static str {
    match port {
        22 => return "ssh",
        80 => return "http",
        _ => return "unknown",
    }
}
