use std::sync::Arc;

pub struct Config {
    pub limit: usize,
}

pub struct Pool {
    pub config: Arc<Config>,
}

pub fn small_pool() -> Pool {
    let config = Config { limit: 4 };
    Pool { config: config }
}
