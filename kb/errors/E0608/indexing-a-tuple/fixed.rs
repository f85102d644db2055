pub fn largest_file(files: &[(String, u64)]) -> Option<String> {
    let mut best = files.first()?;
    for file in files {
        if file.1 > best.1 {
            best = file;
        }
    }
    Some(best.0.clone())
}
