pub struct Address {
    pub street: String,
    pub city: String,
}

pub struct Customer {
    pub name: String,
    pub address: Address,
}

pub fn label(customer: &Customer) -> String {
    let Customer {
        name,
        address: Address { city, .. },
    } = customer;
    format!("{name}, {city}")
}
