use std::fs;
use std::path::Path;

pub fn prepare(dir: &Path) -> bool {
    if let Err(error) = fs::create_dir_all(dir) {
        eprintln!("cannot create {}: {error}", dir.display());
        return false;
    }
    dir.is_dir()
}
