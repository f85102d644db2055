use std::path::Path;

pub fn is_image(path: &Path) -> bool {
    let Some(extension) = path.extension();
    extension == "png" || extension == "jpg"
}
