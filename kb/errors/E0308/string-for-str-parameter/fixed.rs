fn is_allowed(host: &str) -> bool {
    host.ends_with(".example.org")
}

pub fn route(url: &str) -> Option<String> {
    let host = url.split('/').nth(2)?.to_lowercase();
    if is_allowed(&host) {
        return Some(host);
    }
    None
}
