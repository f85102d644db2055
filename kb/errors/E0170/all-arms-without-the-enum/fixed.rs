pub enum Direction {
    North,
    South,
}

pub fn step(direction: Direction) -> i32 {
    match direction {
        Direction::North => 1,
        Direction::South => -1,
    }
}
