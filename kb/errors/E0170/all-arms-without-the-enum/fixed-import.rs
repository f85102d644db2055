pub enum Direction {
    North,
    South,
}

pub fn step(direction: Direction) -> i32 {
    use Direction::*;
    match direction {
        North => 1,
        South => -1,
    }
}
