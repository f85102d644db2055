use std::fs::File;
use std::io;
use std::path::Path;

pub fn load_config(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    let mut file = File::open(path)?;
    file.read_to_string(&mut text)?;
    Ok(text)
}
