pub struct Session {
    pub id: u64,
}

impl !Send for Session {}
