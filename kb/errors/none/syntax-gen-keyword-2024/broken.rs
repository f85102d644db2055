pub struct Cell {
    pub gen: u32,
}

pub fn age(cell: &Cell, now: u32) -> u32 {
    now - cell.gen
}
