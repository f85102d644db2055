pub fn print_paths(home: &str) {
    let paths = [String::from("/etc/app.toml"), format!("{home}/.app.toml")];
    println!("{}", paths.join(":"));
}
