pub struct Session {
    pub user: Option<String>,
}

pub fn is_guest(session: &Session) -> bool {
    session.user == None
}
