use std::fs;
use std::io;
use std::path::Path;

pub fn rotate_log(dir: &Path) -> io::Result<()> {
    let current = dir.join("app.log");
    if current.exists() {
        fs::rename(&current, dir.join("app.log.1"))?;
    }
    fs::write(current, "")
}
