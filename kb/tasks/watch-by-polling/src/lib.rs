//! What changed in a folder since the last look.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What happened to a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    Added(PathBuf),
    Changed(PathBuf),
    Removed(PathBuf),
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    modified: SystemTime,
    size: u64,
}

/// Remembers how a folder looked.
#[derive(Debug)]
pub struct Watcher {
    folder: PathBuf,
    known: BTreeMap<PathBuf, Stamp>,
}

impl Watcher {
    /// Takes the first look; what is there now counts as known.
    ///
    /// # Errors
    ///
    /// Fails where the folder cannot be read.
    pub fn new(folder: impl Into<PathBuf>) -> io::Result<Self> {
        let folder = folder.into();
        let known = snapshot(&folder)?;
        Ok(Self { folder, known })
    }

    /// Looks again and returns what changed since the last look, by path.
    ///
    /// # Errors
    ///
    /// Fails where the folder cannot be read; what was known stays known.
    pub fn poll(&mut self) -> io::Result<Vec<Change>> {
        let now = snapshot(&self.folder)?;
        let mut changes = Vec::new();
        for (path, stamp) in &now {
            match self.known.get(path) {
                None => changes.push(Change::Added(path.clone())),
                Some(old) if old != stamp => changes.push(Change::Changed(path.clone())),
                Some(_) => {}
            }
        }
        let removed = self.known.keys().filter(|path| !now.contains_key(*path));
        changes.extend(removed.cloned().map(Change::Removed));
        self.known = now;
        Ok(changes)
    }
}

fn snapshot(folder: &Path) -> io::Result<BTreeMap<PathBuf, Stamp>> {
    let mut stamps = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => stamps.extend(snapshot(&path)?),
            Ok(metadata) => {
                let (modified, size) = (metadata.modified()?, metadata.len());
                stamps.insert(path, Stamp { modified, size });
            }
            // it vanished between the listing and now
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(stamps)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;
    use std::time::Duration;

    #[test]
    fn additions_changes_and_removals_are_told_once() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let file = |name: &str| folder.path().join(name);
        fs::write(file("old.txt"), "old")?;
        fs::write(file("doomed.txt"), "doomed")?;
        let mut watcher = Watcher::new(folder.path())?;
        assert_eq!(watcher.poll()?, []);

        fs::create_dir(file("deep"))?;
        fs::write(file("deep/new.txt"), "new")?;
        fs::write(file("old.txt"), "longer than before")?;
        fs::remove_file(file("doomed.txt"))?;
        assert_eq!(
            watcher.poll()?,
            [
                Change::Added(file("deep/new.txt")),
                Change::Changed(file("old.txt")),
                Change::Removed(file("doomed.txt")),
            ]
        );
        assert_eq!(watcher.poll()?, []);
        Ok(())
    }

    #[test]
    fn a_new_time_alone_is_a_change() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("same.txt");
        fs::write(&path, "same")?;
        let mut watcher = Watcher::new(folder.path())?;
        let later = SystemTime::now() + Duration::from_secs(60);
        File::options()
            .write(true)
            .open(&path)?
            .set_modified(later)?;
        assert_eq!(watcher.poll()?, [Change::Changed(path)]);
        Ok(())
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        assert!(Watcher::new("no/such/folder").is_err());
    }
}
