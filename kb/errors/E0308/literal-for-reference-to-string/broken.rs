fn initials(name: &String) -> String {
    name.split(' ')
        .filter_map(|part| part.chars().next())
        .collect()
}

pub fn author() -> String {
    initials("Ada Lovelace")
}
