#[repr(u8, u32)]
pub enum Opcode {
    Load = 1,
    Store = 2,
}
