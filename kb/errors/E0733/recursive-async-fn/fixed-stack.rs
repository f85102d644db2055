pub struct Folder {
    pub files: u64,
    pub children: Vec<Folder>,
}

pub async fn count(folder: &Folder) -> u64 {
    let mut total = 0;
    let mut pending = vec![folder];
    while let Some(folder) = pending.pop() {
        total += folder.files;
        pending.extend(&folder.children);
    }
    total
}
