pub struct Request {
    pub method: String,
    pub path: String,
}

pub fn is_safe(request: &Request) -> bool {
    match request.method {
        "GET" | "HEAD" => true,
        _ => request.path == "/health",
    }
}
