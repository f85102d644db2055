pub const PACKET: usize = HEADER + 512;
pub const HEADER: usize = PACKET - 512;
