const GIB: u64 = 1024 * 1024 * 1024;
const MAX_UPLOAD: u64 = 4 * GIB;

pub fn too_large(bytes: u64) -> bool {
    bytes > MAX_UPLOAD
}
