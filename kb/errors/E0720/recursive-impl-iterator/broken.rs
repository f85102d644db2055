pub struct Folder {
    pub name: String,
    pub folders: Vec<Folder>,
}

pub fn names(folder: &Folder) -> impl Iterator<Item = &str> {
    let inner = folder.folders.iter().flat_map(names);
    std::iter::once(folder.name.as_str()).chain(inner)
}
