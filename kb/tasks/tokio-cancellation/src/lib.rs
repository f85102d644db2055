//! A group of tasks that can be asked to stop.

use std::future::Future;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::timeout;

/// Tells a task that it should stop.
#[derive(Clone, Debug)]
pub struct StopSignal(watch::Receiver<bool>);

impl StopSignal {
    /// Should the task stop?
    pub fn is_set(&self) -> bool {
        *self.0.borrow()
    }

    /// Wait until it should stop; at once if it should already.
    pub async fn stopped(&mut self) {
        // An error means that the group is gone, which is a reason to stop as well.
        let _ = self.0.wait_for(|stop| *stop).await;
    }
}

/// Tasks that are stopped together. Dropping the group aborts them.
#[derive(Debug)]
pub struct Group {
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

/// How a group ended.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Ending {
    /// Tasks that returned by themselves.
    pub finished: usize,
    /// Tasks that were cut off because time was up.
    pub aborted: usize,
    /// Tasks that panicked.
    pub panicked: usize,
}

impl Default for Group {
    fn default() -> Self {
        Self {
            stop: watch::Sender::new(false),
            tasks: JoinSet::new(),
        }
    }
}

impl Group {
    /// An empty group.
    pub fn new() -> Self {
        Self::default()
    }

    /// Start a task; it gets the signal to listen to.
    pub fn spawn<F>(&mut self, task: impl FnOnce(StopSignal) -> F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let signal = StopSignal(self.stop.subscribe());
        self.tasks.spawn(task(signal));
    }

    /// Ask all tasks to stop, wait for them for `patience`, and abort the rest.
    pub async fn shutdown(mut self, patience: Duration) -> Ending {
        self.stop.send_replace(true);
        let mut ending = Ending::default();
        let in_time = timeout(patience, count(&mut self.tasks, &mut ending)).await;
        if in_time.is_err() {
            self.tasks.abort_all();
            count(&mut self.tasks, &mut ending).await;
        }
        ending
    }
}

async fn count(tasks: &mut JoinSet<()>, ending: &mut Ending) {
    while let Some(joined) = tasks.join_next().await {
        match joined {
            Ok(()) => ending.finished += 1,
            Err(error) if error.is_cancelled() => ending.aborted += 1,
            Err(_) => ending.panicked += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::pending;
    use tokio::sync::mpsc;

    const LONG: Duration = Duration::from_secs(3_600);

    #[tokio::test]
    async fn a_task_finishes_what_it_has_in_hand() {
        let (sender, mut received) = mpsc::channel(1);
        let mut group = Group::new();
        group.spawn(|mut signal| async move {
            signal.stopped().await;
            sender.send("saved").await.expect("the test listens");
        });
        let ending = group.shutdown(LONG).await;
        assert_eq!(
            ending,
            Ending {
                finished: 1,
                ..Ending::default()
            }
        );
        assert_eq!(received.recv().await, Some("saved"));
    }

    #[tokio::test]
    async fn a_task_that_does_not_listen_is_aborted() {
        let mut group = Group::new();
        group.spawn(|_| pending());
        group.spawn(async |mut signal| signal.stopped().await);
        let ending = group.shutdown(Duration::from_millis(1)).await;
        assert_eq!(
            ending,
            Ending {
                finished: 1,
                aborted: 1,
                panicked: 0
            }
        );
    }

    #[tokio::test]
    async fn a_panic_is_counted_and_stops_nobody_else() {
        let mut group = Group::new();
        group.spawn(async |_| panic!("lost"));
        group.spawn(async |mut signal| signal.stopped().await);
        let ending = group.shutdown(LONG).await;
        assert_eq!(
            ending,
            Ending {
                finished: 1,
                aborted: 0,
                panicked: 1
            }
        );
    }

    #[tokio::test]
    async fn a_late_look_still_sees_the_signal() {
        let stop = watch::Sender::new(false);
        let mut signal = StopSignal(stop.subscribe());
        assert!(!signal.is_set());
        stop.send_replace(true);
        signal.stopped().await;
        assert!(signal.is_set());
        drop(stop);
        signal.stopped().await;
    }

    #[tokio::test]
    async fn an_empty_group_ends_at_once() {
        assert_eq!(Group::new().shutdown(LONG).await, Ending::default());
    }
}
