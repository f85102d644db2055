//! Everything below a folder.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

/// Returns the files below `root` that end in `extension` (without the dot), sorted.
///
/// Hidden files and folders are passed over.
///
/// # Errors
///
/// Fails at the first folder that cannot be read.
pub fn files_with_extension(root: &Path, extension: &str) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in WalkDir::new(root).into_iter().filter_entry(is_visible) {
        let entry = entry?;
        if entry.file_type().is_file() && entry.path().extension() == Some(OsStr::new(extension)) {
            found.push(entry.into_path());
        }
    }
    found.sort();
    Ok(found)
}

/// Returns the size in bytes of all files below `root` together, without following links.
///
/// # Errors
///
/// Fails at the first file or folder that cannot be read.
pub fn total_size(root: &Path) -> io::Result<u64> {
    WalkDir::new(root)
        .into_iter()
        .map(|entry| {
            let metadata = entry?.metadata()?;
            Ok(if metadata.is_file() {
                metadata.len()
            } else {
                0
            })
        })
        .sum()
}

/// Returns all files below `root`, sorted, with nothing but the standard library.
///
/// # Errors
///
/// Fails at the first folder that cannot be read.
pub fn files_by_hand(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            // the entry's own type: a link to a folder is not entered
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

fn is_visible(entry: &DirEntry) -> bool {
    // the root itself may be called `.`, and was asked for
    entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn garden() -> io::Result<tempfile::TempDir> {
        let root = tempfile::tempdir()?;
        for (name, text) in [
            ("notes.md", "12345"),
            ("beds/roses.md", "123"),
            ("beds/plan.txt", "1"),
            (".cache/old.md", "1234567890"),
        ] {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().expect("every file is in a folder"))?;
            fs::write(path, text)?;
        }
        Ok(root)
    }

    #[test]
    fn files_are_found_by_extension_and_hidden_folders_left_out() -> io::Result<()> {
        let root = garden()?;
        let found = files_with_extension(root.path(), "md")?;
        let expected = ["beds/roses.md", "notes.md"].map(|name| root.path().join(name));
        assert_eq!(found, expected);
        Ok(())
    }

    #[test]
    fn all_bytes_count() -> io::Result<()> {
        assert_eq!(total_size(garden()?.path())?, 19);
        Ok(())
    }

    #[test]
    fn by_hand_finds_the_hidden_ones_too() -> io::Result<()> {
        assert_eq!(files_by_hand(garden()?.path())?.len(), 4);
        Ok(())
    }

    #[test]
    fn a_root_that_is_not_there_is_an_error() {
        let missing = Path::new("no/such/folder");
        assert!(files_with_extension(missing, "md").is_err());
        assert!(files_by_hand(missing).is_err());
    }
}
