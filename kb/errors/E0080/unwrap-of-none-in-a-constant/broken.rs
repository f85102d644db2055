use std::num::NonZeroU32;

pub const WORKERS: NonZeroU32 = NonZeroU32::new(0).unwrap();

pub fn share(jobs: u32) -> u32 {
    jobs / WORKERS
}
