mod auth {
    pub struct Token(pub String);

    pub fn issue(user: &str) -> Token {
        Token(format!("token-for-{user}"))
    }
}

fn main() {
    let token = auth::issue("ada");
    println!("{}", token.0);
}
