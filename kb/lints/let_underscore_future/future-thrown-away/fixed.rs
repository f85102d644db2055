pub async fn audit(lines: &mut Vec<String>, user: &str) {
    lines.push(format!("login of {user}"));
}

pub async fn login(lines: &mut Vec<String>, user: &str) -> bool {
    audit(lines, user).await;
    !user.is_empty()
}
