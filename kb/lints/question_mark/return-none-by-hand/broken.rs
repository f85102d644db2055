pub fn extension(name: &str) -> Option<String> {
    let Some((_, extension)) = name.rsplit_once('.') else {
        return None;
    };
    Some(extension.to_lowercase())
}
