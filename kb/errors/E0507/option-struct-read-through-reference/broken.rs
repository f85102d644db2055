pub struct Address {
    pub city: String,
}

pub struct Customer {
    pub address: Option<Address>,
}

pub fn city_length(customer: &Customer) -> usize {
    customer
        .address
        .map(|address| address.city.len())
        .unwrap_or(0)
}
