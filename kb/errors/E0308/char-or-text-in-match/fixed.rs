pub struct Request {
    pub method: String,
    pub path: String,
}

pub fn is_safe(request: &Request) -> bool {
    match request.method.as_str() {
        "GET" | "HEAD" => true,
        _ => request.path == "/health",
    }
}
