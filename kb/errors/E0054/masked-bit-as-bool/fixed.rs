const WRITABLE: u32 = 0b10;

pub fn may_write(flags: u32) -> bool {
    (flags & WRITABLE) != 0
}
