use std::path::PathBuf;

pub struct TempFile {
    path: PathBuf,
}

impl TempFile {
    pub fn keep(self) -> PathBuf {
        let path = self.path.clone();
        std::mem::forget(&self);
        path
    }
}

impl Drop for TempFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}
