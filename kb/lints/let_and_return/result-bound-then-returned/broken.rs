pub struct Room {
    pub width: f64,
    pub depth: f64,
}

pub fn floor_area(rooms: &[Room]) -> f64 {
    let area = rooms.iter().map(|room| room.width * room.depth).sum();
    area
}
