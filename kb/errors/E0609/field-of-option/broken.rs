pub struct Address {
    pub city: String,
}

pub struct Person {
    pub name: String,
    pub address: Option<Address>,
}

pub fn city(person: &Person) -> Option<&str> {
    Some(&person.address.city)
}
