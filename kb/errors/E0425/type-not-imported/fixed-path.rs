pub struct Project {
    pub root: std::path::PathBuf,
    pub name: String,
}

impl Project {
    pub fn manifest(&self) -> std::path::PathBuf {
        self.root.join("project.toml")
    }
}
