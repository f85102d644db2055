pub enum Event {
    Login { id: u32, address: String },
    Tick,
}

pub fn user(event: &Event) -> Option<u32> {
    match event {
        Event::Login { id, .. } => Some(*id),
        Event::Tick => None,
    }
}
