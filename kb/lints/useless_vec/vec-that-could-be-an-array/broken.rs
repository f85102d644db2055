pub fn is_image(extension: &str) -> bool {
    let known = vec!["png", "jpg", "gif"];
    known.contains(&extension)
}
