use std::fs;
use std::io;
use std::path::Path;

pub fn load_config(path: &Path) -> io::Result<String> {
    fs::read_to_string(path)
}
