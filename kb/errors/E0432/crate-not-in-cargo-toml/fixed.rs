use std::hash::{BuildHasher, RandomState};

pub fn ticket() -> u64 {
    RandomState::new().hash_one("ticket")
}
