use std::fs;
use std::io;

pub trait Source {
    fn load(&self, name: &str) -> io::Result<String>;
}

pub struct Folder;

impl Source for Folder {
    fn load(&self, name: &str) -> io::Result<String> {
        fs::read_to_string(name)
    }
}
