pub fn print_paths(home: &str) {
    let mut paths = Vec::new();
    paths.push(String::from("/etc/app.toml"));
    paths.push(format!("{home}/.app.toml"));
    println!("{}", paths.join(":"));
}
