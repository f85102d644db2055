#[derive(Clone)]
pub enum Event {
    Login { user: String, at: u64 },
    Logout,
}

pub fn login_now(old: Event, at: u64) -> Event {
    match old {
        Event::Login { user, .. } => Event::Login { user, at },
        Event::Logout => Event::Logout,
    }
}
