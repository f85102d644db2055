pub struct User {
    pub mail: String,
}

pub fn domains(users: &[User]) -> impl Iterator<Item = String> {
    users.iter().map(|user| user.mail.trim_start_matches('@'))
}
