#[derive(Default)]
pub struct Cache {
    pub hits: u64,
    pub misses: u64,
}

pub fn fresh() -> Box<Cache> {
    let mut cache: Box<Cache> = Box::new(Cache::default());
    cache.misses = 1;
    cache
}
