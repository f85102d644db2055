pub struct Heightmap {
    pub rows: Vec<Vec<u32>>,
}

pub fn peaks(map: &Heightmap, limit: u32) -> usize {
    let mut count = 0;
    for row in 0..map.rows.len() {
        if row[0] > limit {
            count += 1;
        }
    }
    count
}
