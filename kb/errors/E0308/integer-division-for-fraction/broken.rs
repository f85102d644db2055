pub struct CacheStats {
    pub hits: u32,
    pub misses: u32,
}

impl CacheStats {
    pub fn hit_rate(&self) -> f64 {
        let total = self.hits + self.misses;
        let rate: f64 = self.hits / total;
        rate
    }
}
