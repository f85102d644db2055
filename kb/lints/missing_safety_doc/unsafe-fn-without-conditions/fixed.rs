/// Reads one sample from the sensor.
///
/// # Safety
///
/// `register` must be aligned and point to a register that can be read.
pub unsafe fn read_sample(register: *const u16) -> u16 {
    unsafe { register.read_volatile() }
}
