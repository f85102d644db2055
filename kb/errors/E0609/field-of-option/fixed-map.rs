pub struct Address {
    pub city: String,
}

pub struct Person {
    pub name: String,
    pub address: Option<Address>,
}

pub fn city(person: &Person) -> Option<&str> {
    person.address.as_ref().map(|address| address.city.as_str())
}
