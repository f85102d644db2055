pub struct Person {
    pub first: String,
    pub last: Option<String>,
}

pub fn badge(person: &Person) -> String {
    let name = match &person.last {
        Some(last) => last.as_str(),
        None => "visitor",
    };
    name.to_uppercase()
}
