use std::fs::File;
use std::os::fd::{IntoRawFd, RawFd};

pub fn leak_descriptor(file: File) -> RawFd {
    file.into_raw_fd()
}
