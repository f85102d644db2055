pub struct Folder {
    pub size: u64,
    pub folders: Vec<Folder>,
}

pub fn total(folder: &Folder, depth: u32) -> u64 {
    let inner: u64 = folder.folders.iter().map(|f| total(f, depth + 1)).sum();
    folder.size + inner
}
