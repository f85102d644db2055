pub enum Event {
    Moved { from: u32, to: u32 },
    Closed,
}

pub fn position(event: &Event) -> Option<u32> {
    match event {
        Event::Moved { from, to } => Some(*to),
        Event::Closed => None,
    }
}
