pub fn checks() -> Vec<&'static str> {
    vec!["disk", "memory", "network", "clock", "database"]
}
