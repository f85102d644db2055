pub struct Player {
    pub name: String,
}

pub struct Team {
    pub leader: Option<Player>,
}

impl Team {
    pub fn leader(&self) -> Option<&Player> {
        self.leader.as_ref()
    }
}
