pub struct Address {
    pub street: String,
    pub city: String,
}

pub struct Customer {
    pub name: String,
    pub address: Address,
}

pub fn label(customer: &Customer) -> String {
    format!("{}, {}", customer.name, customer.address.city)
}
