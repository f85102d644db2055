/// # Safety
/// `index` must be smaller than the length of `samples`.
pub unsafe fn read_at(samples: &[i16], index: usize) -> i16 {
    // SAFETY: the caller promises that the index is in range.
    unsafe { *samples.as_ptr().add(index) }
}

pub fn first(samples: &[i16]) -> Option<i16> {
    if samples.is_empty() {
        return None;
    }
    // SAFETY: the slice is not empty, so the index 0 is in range.
    Some(unsafe { read_at(samples, 0) })
}
