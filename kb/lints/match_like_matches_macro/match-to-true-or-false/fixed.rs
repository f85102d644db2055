pub enum State {
    Queued,
    Running,
    Done,
    Failed,
}

pub fn is_finished(state: &State) -> bool {
    matches!(state, State::Done | State::Failed)
}
