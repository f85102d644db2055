pub fn full_name(first: &str, last: &str) -> String {
    let name = format!("{first} {last}");
    return name.trim().to_string();
}
