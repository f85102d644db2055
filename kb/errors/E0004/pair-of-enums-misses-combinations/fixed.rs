#[derive(Clone, Copy, PartialEq)]
pub enum State {
    Open,
    Paid,
}

#[derive(Clone, Copy)]
pub enum Event {
    Pay,
    Refund,
}

pub fn next(state: State, event: Event) -> State {
    match (state, event) {
        (State::Open, Event::Pay) => State::Paid,
        (State::Paid, Event::Refund) => State::Open,
        (state, _) => state,
    }
}
