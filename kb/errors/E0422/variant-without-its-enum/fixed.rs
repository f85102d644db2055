pub enum Event {
    Created { id: u64 },
    Deleted { id: u64 },
}

pub fn replay(ids: &[u64]) -> Vec<Event> {
    ids.iter().map(|&id| Event::Created { id }).collect()
}

pub fn undo(event: Event) -> Event {
    match event {
        Event::Created { id } => Event::Deleted { id },
        Event::Deleted { id } => Event::Created { id },
    }
}
