use std::fs;
use std::path::Path;

pub fn prepare(dir: &Path) -> bool {
    if !fs::create_dir_all(dir) {
        eprintln!("cannot create {}", dir.display());
        return false;
    }
    dir.is_dir()
}
