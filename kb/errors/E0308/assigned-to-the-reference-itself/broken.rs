pub fn normalize(name: &mut String) {
    name = name.trim().to_lowercase();
}
