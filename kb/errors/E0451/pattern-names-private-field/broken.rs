mod auth {
    pub struct Session {
        pub user: String,
        secret: u64,
    }

    pub fn login(user: &str) -> Session {
        Session {
            user: user.to_string(),
            secret: 42,
        }
    }

    pub fn verify(session: &Session, secret: u64) -> bool {
        session.secret == secret
    }
}

fn main() {
    let session = auth::login("ada");
    println!("{}", auth::verify(&session, 42));
    let auth::Session { user, secret } = session;
    println!("{user} logged out");
}
