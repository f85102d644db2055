pub fn shelf_of(shelves: &[Vec<String>], article: &str) -> usize {
    for (number, shelf) in shelves.iter().enumerate() {
        if shelf.iter().any(|each| each == article) {
            return number;
        }
    }
}
