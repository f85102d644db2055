pub fn largest_file(files: &[(String, u64)]) -> Option<String> {
    let mut best = files.first()?;
    for file in files {
        let (_, size) = file;
        if *size > best.1 {
            best = file;
        }
    }
    Some(best.0.clone())
}
