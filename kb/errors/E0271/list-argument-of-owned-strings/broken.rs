pub fn header<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().collect::<Vec<_>>().join(";")
}

pub fn export(columns: Vec<String>) -> String {
    header(columns)
}
