#[repr(u8)]
pub enum Opcode {
    Load = 1,
    Store = 2,
}
