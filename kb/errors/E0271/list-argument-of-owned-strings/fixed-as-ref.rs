pub fn header<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
    let mut line = String::new();
    for name in names {
        line.push_str(name.as_ref());
        line.push(';');
    }
    line
}

pub fn export(columns: Vec<String>) -> String {
    header(columns)
}
