use std::collections::HashMap;

pub fn by_number(rooms: &HashMap<String, u32>) -> HashMap<u32, String> {
    let mut names = HashMap::new();
    for (name, number) in rooms {
        names.insert(number, name);
    }
    names
}
