pub struct Room {
    pub width: f64,
    pub depth: f64,
}

pub fn floor_area(rooms: &[Room]) -> f64 {
    rooms.iter().map(|room| room.width * room.depth).sum()
}
