//! Paths as values: nothing here touches the disk.

use std::path::{Component, Path, PathBuf};

/// Returns where the copy of `path` goes that holds its text before a change.
///
/// The extension is kept at the end, so that editors still know what it is.
pub fn backup_of(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default();
    let mut name = stem.to_os_string();
    name.push(".backup");
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    path.with_file_name(name)
}

/// Returns `path` without `.` and `..`; None where it is absolute or would leave its start.
pub fn normalise(path: &Path) -> Option<PathBuf> {
    let mut clean = PathBuf::new();
    for component in path.components() {
        match component {
            Component::Normal(name) => clean.push(name),
            Component::CurDir => {}
            Component::ParentDir => {
                if !clean.pop() {
                    return None;
                }
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(clean)
}

/// Returns the way from the folder `from` to `to`; both are absolute or start at one place.
///
/// It is None where one of them holds `..`, for that cannot be resolved without the disk.
pub fn relative(from: &Path, to: &Path) -> Option<PathBuf> {
    let is_up = |path: &Path| path.components().any(|part| part == Component::ParentDir);
    if is_up(from) || is_up(to) || from.is_absolute() != to.is_absolute() {
        return None;
    }
    let common = from
        .components()
        .zip(to.components())
        .take_while(|(left, right)| left == right)
        .count();
    let ups = from.components().skip(common).map(|_| Component::ParentDir);
    Some(ups.chain(to.components().skip(common)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_keeps_the_extension() {
        let check = |path, expected| assert_eq!(backup_of(Path::new(path)), Path::new(expected));
        check("notes/todo.txt", "notes/todo.backup.txt");
        check("Makefile", "Makefile.backup");
        check(".profile", ".profile.backup");
    }

    #[test]
    fn dots_are_resolved_and_escapes_refused() {
        let clean = |path| normalise(Path::new(path));
        assert_eq!(clean("a/./b/../c.txt"), Some(PathBuf::from("a/c.txt")));
        assert_eq!(clean("a/.."), Some(PathBuf::new()));
        assert_eq!(clean("a/../../etc/passwd"), None);
        assert_eq!(clean("/etc/passwd"), None);
    }

    #[test]
    fn the_way_between_two_places() {
        let way = |from, to| relative(Path::new(from), Path::new(to));
        assert_eq!(
            way("docs/guide", "docs/images/a.png"),
            Some("../images/a.png".into())
        );
        assert_eq!(way("docs", "docs/index.md"), Some("index.md".into()));
        assert_eq!(way("docs/../src", "docs"), None);
        assert_eq!(way("/docs", "docs"), None);
    }

    #[test]
    fn an_absolute_right_side_wins() {
        assert_eq!(
            Path::new("/data").join(Path::new("/etc")),
            Path::new("/etc")
        );
        assert_eq!(
            Path::new("a.tar.gz").with_extension("zip"),
            Path::new("a.tar.zip")
        );
    }
}
