use std::collections::HashMap;

#[derive(Default)]
pub struct Session {
    pub hits: u32,
}

pub fn session_for(sessions: &mut HashMap<u64, Session>, user: u64) -> &mut Session {
    if let Some(session) = sessions.get_mut(&user) {
        return session;
    }
    sessions.insert(user, Session::default());
    sessions.get_mut(&user).expect("just inserted")
}
