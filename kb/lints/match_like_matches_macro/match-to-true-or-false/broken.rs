pub enum State {
    Queued,
    Running,
    Done,
    Failed,
}

pub fn is_finished(state: &State) -> bool {
    match state {
        State::Done | State::Failed => true,
        _ => false,
    }
}
