pub struct Request {
    pub method: String,
    pub path: String,
    pub body: Vec<u8>,
}

pub fn log_line(request: &Request) -> String {
    let Request { method, path } = request;
    format!("{method} {path}")
}
