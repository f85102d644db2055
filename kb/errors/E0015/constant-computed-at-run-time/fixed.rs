use std::path::PathBuf;
use std::sync::LazyLock;

static CACHE_DIR: LazyLock<PathBuf> = LazyLock::new(std::env::temp_dir);

pub fn cache_file(key: &str) -> PathBuf {
    CACHE_DIR.join(key)
}
