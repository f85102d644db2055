//! What the integration tests share.

use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A folder of notes that is removed with the fixture.
pub struct Notes {
    folder: TempDir,
}

impl Notes {
    /// An empty folder.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { folder }
    }

    /// Add a file; folders in its name are made.
    pub fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(name);
        let parent = path.parent().expect("it lies in the folder");
        fs::create_dir_all(parent).expect("writable");
        fs::write(path, content).expect("writable");
        self
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}
