pub fn user_port(port: Option<u16>) -> Option<u16> {
    match port {
        Some(port) => {
            if port > 1023 {
                Some(port)
            } else {
                None
            }
        }
        None => None,
    }
}
