pub struct Request {
    pub token: Option<String>,
    pub path: String,
}

pub fn needs_login(request: &Request) -> bool {
    !request.token && request.path != "/login"
}
