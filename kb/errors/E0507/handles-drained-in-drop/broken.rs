use std::thread::JoinHandle;

pub struct Pool {
    workers: Vec<JoinHandle<()>>,
}

impl Drop for Pool {
    fn drop(&mut self) {
        for worker in self.workers {
            if worker.join().is_err() {
                eprintln!("a worker panicked");
            }
        }
    }
}
