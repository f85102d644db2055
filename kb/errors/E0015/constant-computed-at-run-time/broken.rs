use std::path::PathBuf;

const CACHE_DIR: PathBuf = std::env::temp_dir();

pub fn cache_file(key: &str) -> PathBuf {
    CACHE_DIR.join(key)
}
