use std::sync::Arc;
use std::sync::atomic::AtomicU64;

pub struct Metrics {
    pub requests: AtomicU64,
}

pub struct Worker {
    pub id: usize,
    pub metrics: Arc<Metrics>,
}

pub fn start(id: usize, metrics: &Arc<Metrics>) -> Worker {
    Worker {
        id,
        metrics: Arc::clone(metrics),
    }
}
