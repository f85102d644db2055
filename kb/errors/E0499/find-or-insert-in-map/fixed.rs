use std::collections::HashMap;

#[derive(Default)]
pub struct Session {
    pub hits: u32,
}

pub fn session_for(sessions: &mut HashMap<u64, Session>, user: u64) -> &mut Session {
    sessions.entry(user).or_default()
}
