//! Find the notes in a folder that mention a word.

use std::fs;
use std::io;
use std::path::Path;

/// The names of the `.txt` files directly in the folder that contain the word, sorted.
pub fn find_notes(folder: &Path, word: &str) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if !path.is_file() || path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        // A note need not be UTF-8 to be searched.
        let text = fs::read(&path)?;
        if String::from_utf8_lossy(&text).contains(word)
            && let Some(name) = path.file_name()
        {
            found.push(name.to_string_lossy().into_owned());
        }
    }
    found.sort();
    Ok(found)
}
