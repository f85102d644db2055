pub struct Room {
    guests: Vec<String>,
}

pub fn check_in(rooms: &mut [Room], number: usize, guest: &str) -> bool {
    let Some(room) = rooms.get(number) else {
        return false;
    };
    room.guests.push(guest.to_string());
    true
}
