pub fn token() -> Option<&'static str> {
    option_env!("BILLING_TOKEN")
}
