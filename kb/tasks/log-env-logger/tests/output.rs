//! The logger belongs to the whole process, so all of this is one test.

use log_env_logger::{import, start_logging};
use std::io::{self, Write};
use std::sync::{Arc, Mutex};

/// Keeps what is written.
#[derive(Clone, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl Buffer {
    fn take(&self) -> String {
        let bytes = std::mem::take(&mut *self.0.lock().expect("no panic"));
        String::from_utf8(bytes).expect("the log is UTF-8")
    }
}

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn levels_decide_what_is_written() {
    // Before there is a logger everything is dropped.
    assert_eq!(import::numbers("1\nx"), [1]);

    let buffer = Buffer::default();
    start_logging(
        "error,log_env_logger::import=info",
        Box::new(buffer.clone()),
    )
    .expect("the first");
    assert_eq!(import::numbers("1\n x \n-3\n"), [1, -3]);
    assert_eq!(
        buffer.take(),
        "WARN  log_env_logger::import: line 2 left out: invalid digit found in string\n\
         INFO  log_env_logger::import: 2 numbers read, 1 lines left out\n"
    );

    log::warn!("this module is at level error");
    assert_eq!(buffer.take(), "");
    log::error!("broken");
    assert_eq!(buffer.take(), "ERROR output: broken\n");

    // There can be only one.
    assert!(start_logging("debug", Box::new(io::sink())).is_err());
}
