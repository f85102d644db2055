#[repr(u8)]
pub enum Never {}

pub fn always_works(input: u32) -> Result<u32, Never> {
    Ok(input + 1)
}
