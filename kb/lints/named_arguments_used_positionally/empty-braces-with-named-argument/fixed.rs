pub fn summary(path: &str, status: u16) -> String {
    format!("{path} answered {status}")
}
