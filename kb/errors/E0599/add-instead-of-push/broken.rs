pub fn failed_logins(lines: &[&str]) -> Vec<String> {
    let mut users = Vec::new();
    for line in lines {
        if let Some(user) = line.strip_prefix("login failed: ") {
            users.add(user.to_string());
        }
    }
    users
}
