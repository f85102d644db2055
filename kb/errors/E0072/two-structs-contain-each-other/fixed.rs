pub struct Folder {
    pub name: String,
    pub owner: Owner,
}

pub struct Owner {
    pub login: String,
    pub home: Option<Box<Folder>>,
}
