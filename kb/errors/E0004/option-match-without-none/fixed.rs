use std::collections::HashMap;

pub fn announce(rooms: &HashMap<u32, String>, id: u32) {
    if let Some(name) = rooms.get(&id) {
        println!("joining {name}");
    }
}
