use std::sync::atomic::{AtomicUsize, Ordering};

static REJECTED: AtomicUsize = AtomicUsize::new(0);

pub fn accept(packet: &[u8]) -> bool {
    let valid = packet.len() >= 4 && packet[0] == 0x7e;
    if !valid {
        REJECTED.fetch_add(1, Ordering::Relaxed);
    }
    valid
}
