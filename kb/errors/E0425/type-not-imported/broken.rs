pub struct Project {
    pub root: PathBuf,
    pub name: String,
}

impl Project {
    pub fn manifest(&self) -> PathBuf {
        self.root.join("project.toml")
    }
}
