pub trait Stream {
    type Event;

    fn poll(&mut self) -> Option<Self::Event>;
}

pub fn last_of<S>(events: Vec<S::Event>) -> Option<S::Event> {
    events.into_iter().next_back()
}
