pub struct Folder {
    pub size: u64,
    pub folders: Vec<Folder>,
}

pub fn total(folder: &Folder) -> u64 {
    let inner: u64 = folder.folders.iter().map(total).sum();
    folder.size + inner
}
