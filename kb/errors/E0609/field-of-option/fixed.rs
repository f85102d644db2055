pub struct Address {
    pub city: String,
}

pub struct Person {
    pub name: String,
    pub address: Option<Address>,
}

pub fn city(person: &Person) -> Option<&str> {
    let address = person.address.as_ref()?;
    Some(&address.city)
}
