pub const READ_WRITE: u8 = 0b0120;

pub fn may_write(mode: u8) -> bool {
    mode & READ_WRITE != 0
}
