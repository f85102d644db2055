pub struct User {
    pub name: String,
}

pub struct Request {
    pub user: Option<User>,
    pub path: String,
}

fn audit(request: &Request) {
    println!("{} as {}", request.path, request.user.is_some());
}

pub fn handle(request: Request) -> usize {
    let user = request.user.expect("checked by the login filter");
    audit(&request);
    user.name.len()
}
