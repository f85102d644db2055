#[derive(Debug, Clone)]
pub struct Contact {
    pub name: string,
    pub age: u8,
}

pub fn adults(contacts: &[Contact]) -> Vec<Contact> {
    contacts.iter().filter(|c| c.age >= 18).cloned().collect()
}
