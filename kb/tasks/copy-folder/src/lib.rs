//! A folder, twice.

use std::fs;
use std::io::{self, Error, ErrorKind};
use std::path::Path;

/// Copies the folder `from` with all that is in it to the new folder `to`; returns how many files.
///
/// # Errors
///
/// Fails where `to` exists already or lies inside `from`, at a symbolic link, and where something
/// cannot be read or written. What was copied until then is left for the caller to judge.
pub fn copy_folder(from: &Path, to: &Path) -> io::Result<usize> {
    if to.symlink_metadata().is_ok() {
        let message = format!("{} is there already", to.display());
        return Err(Error::new(ErrorKind::AlreadyExists, message));
    }
    let from = from.canonicalize()?;
    fs::create_dir_all(to)?;
    if to.canonicalize()?.starts_with(&from) {
        fs::remove_dir(to)?;
        let message = "a folder cannot be copied into itself";
        return Err(Error::new(ErrorKind::InvalidInput, message));
    }
    copy_contents(&from, to)
}

fn copy_contents(from: &Path, to: &Path) -> io::Result<usize> {
    let mut copied = 0;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        let kind = entry.file_type()?;
        if kind.is_dir() {
            fs::create_dir(&target)?;
            copied += copy_contents(&entry.path(), &target)?;
        } else if kind.is_file() {
            fs::copy(entry.path(), &target)?;
            copied += 1;
        } else {
            let message = format!("{} is neither file nor folder", entry.path().display());
            return Err(Error::new(ErrorKind::Unsupported, message));
        }
    }
    Ok(copied)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn album() -> io::Result<tempfile::TempDir> {
        let root = tempfile::tempdir()?;
        fs::create_dir_all(root.path().join("album/summer/empty"))?;
        fs::write(root.path().join("album/cover.txt"), "cover")?;
        fs::write(root.path().join("album/summer/beach.txt"), "sand")?;
        Ok(root)
    }

    #[test]
    fn files_and_empty_folders_are_copied() -> io::Result<()> {
        let root = album()?;
        let to = root.path().join("backup/album");
        assert_eq!(copy_folder(&root.path().join("album"), &to)?, 2);
        assert_eq!(fs::read_to_string(to.join("summer/beach.txt"))?, "sand");
        assert!(to.join("summer/empty").is_dir());
        Ok(())
    }

    #[test]
    fn nothing_is_overwritten() -> io::Result<()> {
        let root = album()?;
        let album = root.path().join("album");
        let error = copy_folder(&album, &album.join("summer")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AlreadyExists);
        Ok(())
    }

    #[test]
    fn a_folder_is_not_copied_into_itself() -> io::Result<()> {
        let root = album()?;
        let inside = root.path().join("album/copy");
        let error = copy_folder(&root.path().join("album"), &inside).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
        assert!(!inside.exists());
        Ok(())
    }

    #[test]
    fn a_missing_source_leaves_no_target() -> io::Result<()> {
        let root = album()?;
        let to = root.path().join("backup");
        assert!(copy_folder(&root.path().join("nothing"), &to).is_err());
        assert!(!to.exists());
        Ok(())
    }
}
