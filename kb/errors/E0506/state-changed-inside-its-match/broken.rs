pub enum State {
    Trying { attempts: u32 },
    Failed,
}

pub struct Upload {
    pub state: State,
}

impl Upload {
    pub fn give_up(&mut self) {
        match &self.state {
            State::Trying { attempts } => {
                self.state = State::Failed;
                println!("gave up after {attempts} attempts");
            }
            State::Failed => {}
        }
    }
}
