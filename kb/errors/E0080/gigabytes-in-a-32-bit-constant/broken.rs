pub const MAX_UPLOAD: u32 = 4 * 1024 * 1024 * 1024;

pub fn refused(files: &[Vec<u8>]) -> usize {
    let too_large = |file: &&Vec<u8>| file.len() as u64 > MAX_UPLOAD.into();
    files.iter().filter(too_large).count()
}
