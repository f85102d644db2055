//! A background thread that saves records in batches and loses none at the end.

use std::io;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Where batches go.
pub trait Store: Send + 'static {
    /// Save a batch, which is never empty.
    fn save(&mut self, batch: &[String]) -> io::Result<()>;
}

/// Collects records and saves them in the background.
///
/// Dropping it saves what is left; [`Recorder::shutdown`] does so as well and reports errors.
pub struct Recorder {
    records: Option<Sender<String>>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

impl Recorder {
    /// Save after `size` records, or when no new one has come for `pause`.
    pub fn start(mut store: impl Store, size: usize, pause: Duration) -> Self {
        let (records, incoming) = mpsc::channel();
        let thread = thread::spawn(move || {
            let mut batch = Vec::new();
            loop {
                let ended = match incoming.recv_timeout(pause) {
                    Ok(record) => {
                        batch.push(record);
                        if batch.len() < size {
                            continue;
                        }
                        false
                    }
                    Err(RecvTimeoutError::Timeout) => false,
                    Err(RecvTimeoutError::Disconnected) => true,
                };
                if !batch.is_empty() {
                    store.save(&batch)?;
                    batch.clear();
                }
                if ended {
                    return Ok(());
                }
            }
        });
        Self {
            records: Some(records),
            thread: Some(thread),
        }
    }

    /// Hand over a record; `false` if the thread has ended because saving failed.
    pub fn record(&self, record: impl Into<String>) -> bool {
        self.records
            .as_ref()
            .is_some_and(|records| records.send(record.into()).is_ok())
    }

    /// Save what is left, wait for it, and return the first error that saving gave.
    pub fn shutdown(mut self) -> io::Result<()> {
        self.close()
    }

    fn close(&mut self) -> io::Result<()> {
        self.records = None;
        match self.thread.take() {
            Some(thread) => thread
                .join()
                .unwrap_or_else(|_| Err(io::Error::other("the saving thread panicked"))),
            None => Ok(()),
        }
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        if let Err(error) = self.close() {
            eprintln!("records were not saved: {error}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sends every batch to the test.
    struct Sink(Sender<Vec<String>>);

    impl Store for Sink {
        fn save(&mut self, batch: &[String]) -> io::Result<()> {
            if batch.iter().any(|record| record == "bad") {
                return Err(io::Error::other("disk full"));
            }
            self.0.send(batch.to_vec()).map_err(io::Error::other)
        }
    }

    const LONG: Duration = Duration::from_secs(3_600);

    #[test]
    fn shutdown_saves_the_last_incomplete_batch() {
        let (sender, batches) = mpsc::channel();
        let recorder = Recorder::start(Sink(sender), 2, LONG);
        for record in ["a", "b", "c"] {
            assert!(recorder.record(record));
        }
        recorder.shutdown().expect("all saved");
        assert_eq!(
            batches.iter().collect::<Vec<_>>(),
            [vec!["a", "b"], vec!["c"]]
        );
    }

    #[test]
    fn drop_waits_as_well() {
        let (sender, batches) = mpsc::channel();
        drop({
            let recorder = Recorder::start(Sink(sender), 10, LONG);
            recorder.record("only");
            recorder
        });
        assert_eq!(batches.try_recv(), Ok(vec!["only".to_owned()]));
    }

    #[test]
    fn a_pause_saves_without_a_full_batch() {
        let (sender, batches) = mpsc::channel();
        let recorder = Recorder::start(Sink(sender), 10, Duration::from_millis(1));
        recorder.record("early");
        assert_eq!(batches.recv(), Ok(vec!["early".to_owned()]));
        recorder.shutdown().expect("nothing left");
    }

    #[test]
    fn an_error_is_reported_at_the_end() {
        let (sender, _batches) = mpsc::channel();
        let recorder = Recorder::start(Sink(sender), 1, LONG);
        recorder.record("bad");
        let error = recorder.shutdown().expect_err("saving failed");
        assert_eq!(error.to_string(), "disk full");
    }
}
