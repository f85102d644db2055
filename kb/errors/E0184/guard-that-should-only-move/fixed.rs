use std::time::Instant;

#[derive(Clone)]
pub struct Timer {
    started: Instant,
}

impl Drop for Timer {
    fn drop(&mut self) {
        println!("took {:?}", self.started.elapsed());
    }
}
