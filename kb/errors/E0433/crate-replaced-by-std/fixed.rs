use std::thread;

pub struct Pool {
    pub workers: usize,
}

impl Pool {
    pub fn with_default_size() -> Pool {
        let workers = thread::available_parallelism().map_or(1, |n| n.get());
        Pool { workers }
    }
}
