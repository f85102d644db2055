pub struct Address {
    pub street: String,
    pub city: String,
}

pub struct Customer {
    pub name: String,
    pub address: Address,
}

pub fn walk_in(name: &str, city: &str) -> Customer {
    Customer {
        name: name.to_string(),
        city: city.to_string(),
        address: Address {
            street: String::new(),
            city: String::new(),
        },
    }
}
