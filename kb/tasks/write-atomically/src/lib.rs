//! Replacing a file's text as a whole.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Replaces the contents of `path` by `bytes`, or leaves it as it was.
///
/// An existing file keeps its permissions.
///
/// # Errors
///
/// Fails where the folder cannot be written to or the disk is full; `path` is untouched then.
pub fn write_atomically(path: impl AsRef<Path>, bytes: &[u8]) -> io::Result<()> {
    replace_with(path, |file| file.write_all(bytes))
}

/// Replaces the contents of `path` by what `fill` writes, or leaves it as it was.
///
/// # Errors
///
/// Fails as [`write_atomically`] does, and where `fill` does.
pub fn replace_with(
    path: impl AsRef<Path>,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let path = path.as_ref();
    // the parent of a bare file name is the empty path, which stands for the current folder
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut file = NamedTempFile::new_in(folder)?;
    fill(&mut file)?;
    if let Ok(old) = fs::metadata(path) {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_text_is_there_and_nothing_else() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("settings.ini");
        write_atomically(&path, b"colour = red")?;
        write_atomically(&path, b"colour = blue")?;
        assert_eq!(fs::read_to_string(&path)?, "colour = blue");
        assert_eq!(fs::read_dir(folder.path())?.count(), 1);
        Ok(())
    }

    #[test]
    fn a_failure_half_way_leaves_the_old_text() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("report.txt");
        write_atomically(&path, b"last month")?;
        let result = replace_with(&path, |file| {
            file.write_all(b"this mo")?;
            Err(io::Error::other("the source ran dry"))
        });
        assert_eq!(result.unwrap_err().to_string(), "the source ran dry");
        assert_eq!(fs::read_to_string(&path)?, "last month");
        assert_eq!(fs::read_dir(folder.path())?.count(), 1);
        Ok(())
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let missing = Path::new("no/such/folder/file.txt");
        let error = write_atomically(missing, b"").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotFound);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_are_kept() -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir()?;
        let path = folder.path().join("run.sh");
        fs::write(&path, "#!/bin/sh\n")?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o750))?;
        write_atomically(&path, b"#!/bin/sh\necho hello\n")?;
        assert_eq!(fs::metadata(&path)?.permissions().mode() & 0o777, 0o750);
        Ok(())
    }
}
