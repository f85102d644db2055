pub const TIMEOUT_MS: u32 = 90 * 1000;

pub fn has_expired(waited_ms: u64) -> bool {
    waited_ms > u64::from(TIMEOUT_MS)
}
