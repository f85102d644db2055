pub enum State {
    Queued,
    Running(u8),
}

pub fn percent(state: &State) -> u8 {
    match *state {
        State::Queued => 0,
        State::Running(percent) => percent,
    }
}
