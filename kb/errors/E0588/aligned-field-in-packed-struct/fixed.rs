#[repr(C, align(64))]
pub struct Counter {
    pub hits: u64,
}

#[repr(C)]
pub struct Shard {
    pub id: u8,
    pub counter: Counter,
}
