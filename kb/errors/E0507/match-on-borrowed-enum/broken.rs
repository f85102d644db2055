pub enum State {
    Running,
    Failed(String),
}

pub struct Upload {
    pub state: State,
}

impl Upload {
    pub fn message(&self) -> String {
        match self.state {
            State::Running => "running".to_string(),
            State::Failed(reason) => format!("failed: {reason}"),
        }
    }
}
