pub enum Request {
    Get { path: String },
    Delete { path: String },
}

pub fn parse(line: &str) -> Option<Request> {
    let (method, path) = line.split_once(' ')?;
    match method {
        "GET" => Some(Request::Get {
            url: path.to_string(),
        }),
        "DELETE" => Some(Request::Delete {
            path: path.to_string(),
        }),
        _ => None,
    }
}
