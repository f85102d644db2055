pub enum Direction {
    North,
    South,
}

pub fn step(direction: Direction) -> i32 {
    match direction {
        North => 1,
        South => -1,
    }
}
