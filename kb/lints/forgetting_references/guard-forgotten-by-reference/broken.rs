use std::fs::File;
use std::os::fd::{AsRawFd, RawFd};

pub fn leak_descriptor(file: File) -> RawFd {
    let descriptor = file.as_raw_fd();
    std::mem::forget(&file);
    descriptor
}
