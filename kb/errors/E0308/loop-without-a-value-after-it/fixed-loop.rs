pub fn shelf_of(shelves: &[Vec<String>], article: &str) -> Option<usize> {
    for (number, shelf) in shelves.iter().enumerate() {
        if shelf.iter().any(|each| each == article) {
            return Some(number);
        }
    }
    None
}
