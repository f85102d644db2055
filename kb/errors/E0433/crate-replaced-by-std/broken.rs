pub struct Pool {
    pub workers: usize,
}

impl Pool {
    pub fn with_default_size() -> Pool {
        let workers = num_cpus::get();
        Pool { workers }
    }
}
