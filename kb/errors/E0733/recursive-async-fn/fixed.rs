pub struct Folder {
    pub files: u64,
    pub children: Vec<Folder>,
}

pub async fn count(folder: &Folder) -> u64 {
    let mut total = folder.files;
    for child in &folder.children {
        total += Box::pin(count(child)).await;
    }
    total
}
