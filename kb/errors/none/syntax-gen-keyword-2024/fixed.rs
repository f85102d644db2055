pub struct Cell {
    pub generation: u32,
}

pub fn age(cell: &Cell, now: u32) -> u32 {
    now - cell.generation
}
