use std::collections::HashMap;

pub fn announce(rooms: &HashMap<u32, String>, id: u32) {
    match rooms.get(&id) {
        Some(name) => {
            println!("joining {name}");
        }
        None => println!("there is no room {id}"),
    }
}
