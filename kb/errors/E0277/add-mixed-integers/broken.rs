pub struct Volume {
    pub files: Vec<Vec<u8>>,
    pub reserved: u64,
}

pub fn used(volume: &Volume) -> u64 {
    let mut total: u64 = volume.reserved;
    for file in &volume.files {
        total += &file.len();
    }
    total
}
