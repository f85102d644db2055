pub fn shelf_of(shelves: &[Vec<String>], article: &str) -> Option<usize> {
    shelves
        .iter()
        .position(|shelf| shelf.iter().any(|each| each == article))
}
