pub fn position(names: &[String], wanted: &str) -> Option<usize> {
    for (index, name) in names.iter().enumerate() {
        if name == wanted {
            return Some(index);
        }
    }
    None
}
