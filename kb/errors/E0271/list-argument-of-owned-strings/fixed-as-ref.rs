pub fn header<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
    let names: Vec<S> = names.into_iter().collect();
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    names.join(";")
}

pub fn export(columns: Vec<String>) -> String {
    header(columns)
}
