pub struct Folder {
    pub name: String,
    pub folders: Vec<Folder>,
}

pub fn names(folder: &Folder) -> Vec<&str> {
    fn collect<'a>(folder: &'a Folder, names: &mut Vec<&'a str>) {
        names.push(&folder.name);
        for inner in &folder.folders {
            collect(inner, names);
        }
    }

    let mut found = Vec::new();
    collect(folder, &mut found);
    found
}
