mod auth {
    pub struct Session {
        pub user: String,
        token: u64,
    }

    impl Session {
        pub fn guest() -> Self {
            Session {
                user: "guest".to_string(),
                token: 1,
            }
        }

        pub fn is_valid(&self) -> bool {
            self.token != 0
        }
    }
}

pub fn named(user: &str) -> bool {
    let mut session = auth::Session::guest();
    session.user = user.to_string();
    session.is_valid() && session.user == user
}
