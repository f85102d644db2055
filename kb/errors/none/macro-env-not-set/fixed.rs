use std::env;

pub fn token() -> Result<String, env::VarError> {
    env::var("BILLING_TOKEN")
}
