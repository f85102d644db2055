pub struct Heightmap {
    pub rows: Vec<Vec<u32>>,
}

pub fn peaks(map: &Heightmap, limit: u32) -> usize {
    map.rows.iter().filter(|row| row[0] > limit).count()
}
