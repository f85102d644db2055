pub enum Key {
    Up,
    Other,
}

pub fn handle(key: Key, line: &mut usize) {
    match key {
        Key::Up => {
            *line = line.saturating_sub(1);
        }
        Key::Other => {}
    }
}
