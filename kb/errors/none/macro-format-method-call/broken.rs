pub fn summary(names: &[&str]) -> String {
    format!("{names.len()} users online")
}
