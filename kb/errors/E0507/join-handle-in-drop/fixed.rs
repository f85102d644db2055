use std::thread::JoinHandle;

pub struct Logger {
    pub writer: Option<JoinHandle<()>>,
}

impl Drop for Logger {
    fn drop(&mut self) {
        if let Some(writer) = self.writer.take()
            && writer.join().is_err()
        {
            eprintln!("the log writer panicked");
        }
    }
}
