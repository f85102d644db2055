pub struct Person {
    pub first: String,
    pub last: Option<String>,
}

pub fn badge(person: &Person) -> String {
    let name = if let Some(last) = &person.last {
        format!("{} {last}", person.first)
    } else {
        "visitor".to_string()
    };
    name.to_uppercase()
}
