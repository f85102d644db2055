pub struct Folder {
    pub name: String,
    pub folders: Vec<Folder>,
}

pub fn names(folder: &Folder) -> Box<dyn Iterator<Item = &str> + '_> {
    let inner = folder.folders.iter().flat_map(names);
    Box::new(std::iter::once(folder.name.as_str()).chain(inner))
}
