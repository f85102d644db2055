pub struct Login {
    pub user: String,
    pub host: String,
}

pub fn same_user(left: &Login, right: &Login) -> bool {
    left.user == right.user
}
