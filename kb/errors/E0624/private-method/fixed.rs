mod cache {
    #[derive(Default)]
    pub struct Cache {
        hits: u64,
    }

    impl Cache {
        pub fn refresh(&mut self) {
            self.hits = 0;
        }
    }
}

fn main() {
    let mut cache = cache::Cache::default();
    cache.refresh();
}
