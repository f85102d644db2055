pub struct Request<'a> {
    pub path: &'a str,
    pub attempt: u32,
}

pub fn is_root(request: &Request) -> bool {
    request.path == "/" && request.attempt == 0
}
