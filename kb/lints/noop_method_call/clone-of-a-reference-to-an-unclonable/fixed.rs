pub struct Session {
    pub user: String,
}

pub fn longest<'a>(first: &'a Session, second: &'a Session) -> &'a Session {
    if first.user.len() > second.user.len() {
        first
    } else {
        second
    }
}
