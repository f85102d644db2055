fn is_allowed(host: impl AsRef<str>) -> bool {
    host.as_ref().ends_with(".example.org")
}

pub fn route(url: &str) -> Option<String> {
    let host = url.split('/').nth(2)?.to_lowercase();
    if is_allowed(&host) {
        return Some(host);
    }
    None
}
