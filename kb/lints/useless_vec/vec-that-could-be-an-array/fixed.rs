pub fn is_image(extension: &str) -> bool {
    let known = ["png", "jpg", "gif"];
    known.contains(&extension)
}
