#[repr(C, align(64))]
pub struct Counter {
    pub hits: u64,
}

#[repr(C, packed)]
pub struct Shard {
    pub id: u8,
    pub counter: Counter,
}
