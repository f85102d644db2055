pub fn service(port: u16) -> &'static str {
    match port {
        22 => "ssh",
        80 => "http",
        _ => "unknown",
    }
}
