pub async fn audit(lines: &mut Vec<String>, user: &str) {
    lines.push(format!("login of {user}"));
}

pub async fn login(lines: &mut Vec<String>, user: &str) -> bool {
    let _ = audit(lines, user);
    !user.is_empty()
}
