use std::fs;

pub trait Source {
    fn load(&self, name: &str) -> Option<String>;
}

pub struct Folder;

impl Source for Folder {
    fn load(&self, name: &str) -> Option<String> {
        fs::read_to_string(name).ok()
    }
}
