pub struct Address<'a> {
    pub street: &'a str,
    pub house: u32,
    pub zip: &'a str,
    pub city: &'a str,
    pub country: &'a str,
}

pub fn label(name: &str, address: &Address<'_>, express: bool, fragile: bool) -> String {
    let Address {
        street,
        house,
        zip,
        city,
        country,
    } = address;
    format!("{name}\n{street} {house}\n{zip} {city}\n{country}\n{express} {fragile}")
}
