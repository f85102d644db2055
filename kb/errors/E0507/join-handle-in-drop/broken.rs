use std::thread::JoinHandle;

pub struct Logger {
    pub writer: JoinHandle<()>,
}

impl Drop for Logger {
    fn drop(&mut self) {
        if self.writer.join().is_err() {
            eprintln!("the log writer panicked");
        }
    }
}
