mod auth {
    pub struct Token(String);

    impl Token {
        pub fn as_str(&self) -> &str {
            &self.0
        }
    }

    pub fn issue(user: &str) -> Token {
        Token(format!("token-for-{user}"))
    }
}

fn main() {
    let token = auth::issue("ada");
    println!("{}", token.as_str());
}
