pub fn label(
    name: &str,
    street: &str,
    house: u32,
    zip: &str,
    city: &str,
    country: &str,
    express: bool,
    fragile: bool,
) -> String {
    format!("{name}\n{street} {house}\n{zip} {city}\n{country}\n{express} {fragile}")
}
