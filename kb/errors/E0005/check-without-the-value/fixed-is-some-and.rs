use std::path::Path;

pub fn is_image(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "png" || extension == "jpg")
}
