pub fn cost(size: char) -> Option<u32> {
    match size {
        'S' => Some(300),
        'L' => Some(500),
        _ => None,
    }
}
