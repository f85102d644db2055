pub struct Usage {
    pub read: u64,
    pub written: u64,
}

pub fn total_bytes(days: &[Usage]) -> u64 {
    let read: u64 = days.iter().map(|day| day.read).sum();
    let written: u64 = days.iter().map(|day| day.written).sum();
    read + written;
}
