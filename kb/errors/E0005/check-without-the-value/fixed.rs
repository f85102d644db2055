use std::path::Path;

pub fn is_image(path: &Path) -> bool {
    let Some(extension) = path.extension() else {
        return false;
    };
    extension == "png" || extension == "jpg"
}
