pub fn summary(names: &[&str]) -> String {
    let count = names.len();
    format!("{count} users online")
}
