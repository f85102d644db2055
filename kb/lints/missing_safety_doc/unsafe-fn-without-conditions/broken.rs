/// Reads one sample from the sensor.
pub unsafe fn read_sample(register: *const u16) -> u16 {
    unsafe { register.read_volatile() }
}
