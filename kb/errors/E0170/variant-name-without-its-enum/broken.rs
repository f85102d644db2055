pub enum State {
    Open,
    Waiting,
    Closed,
}

pub fn needs_work(state: &State) -> bool {
    match state {
        State::Open => true,
        State::Waiting => true,
        Closed => false,
    }
}
