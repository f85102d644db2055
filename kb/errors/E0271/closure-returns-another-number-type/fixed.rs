pub struct File {
    pub blocks: u32,
}

pub fn sizes(files: &[File]) -> impl Iterator<Item = u64> {
    files.iter().map(|file| u64::from(file.blocks))
}
