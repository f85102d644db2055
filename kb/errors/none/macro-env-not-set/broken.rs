pub fn token() -> String {
    env!("BILLING_TOKEN").to_string()
}
