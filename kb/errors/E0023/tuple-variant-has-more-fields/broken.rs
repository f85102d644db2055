pub enum Event {
    Moved(i32, i32, u64),
    Closed,
}

pub fn column(event: &Event) -> Option<i32> {
    match event {
        Event::Moved(x) => Some(*x),
        Event::Closed => None,
    }
}
