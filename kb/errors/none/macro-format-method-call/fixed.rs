pub fn summary(names: &[&str]) -> String {
    format!("{} users online", names.len())
}
