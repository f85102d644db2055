pub fn method(verb: &str) -> Option<u8> {
    match verb {
        "GET" => Some(0),
        "PUT" => Some(1),
        => None,
    }
}
