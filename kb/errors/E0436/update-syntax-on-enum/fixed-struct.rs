#[derive(Clone)]
pub struct Login {
    pub user: String,
    pub at: u64,
}

#[derive(Clone)]
pub enum Event {
    Login(Login),
    Logout,
}

pub fn login_now(old: Event, at: u64) -> Event {
    match old {
        Event::Login(login) => Event::Login(Login { at, ..login }),
        Event::Logout => Event::Logout,
    }
}
