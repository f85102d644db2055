use std::sync::Arc;
use std::thread;

pub struct Catalog {
    pub titles: Arc<Vec<String>>,
}

pub fn count_in_background(catalog: &Catalog) -> usize {
    thread::scope(|scope| {
        let counter = scope.spawn(|| catalog.titles.len());
        counter.join().unwrap()
    })
}
