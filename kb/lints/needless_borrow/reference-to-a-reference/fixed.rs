pub struct User {
    pub name: String,
}

fn initials(user: &User) -> String {
    user.name.chars().take(1).collect()
}

pub fn badge(user: &User, number: u32) -> String {
    format!("{}-{number}", initials(user))
}
