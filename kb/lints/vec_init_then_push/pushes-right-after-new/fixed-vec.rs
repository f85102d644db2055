pub fn paths(home: &str) -> Vec<String> {
    vec![String::from("/etc/app.toml"), format!("{home}/.app.toml")]
}
