pub const TRIES: u32 = 3;
