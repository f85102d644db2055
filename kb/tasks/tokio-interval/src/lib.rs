//! A task that repeats its work until it is stopped.

use std::time::Duration;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval};

/// Work that is repeated. Dropping it stops the task without waiting for it.
#[derive(Debug)]
pub struct Periodic<S> {
    // Nothing is ever sent: dropping the sender is the signal.
    stop: oneshot::Sender<()>,
    task: JoinHandle<S>,
}

impl<S: Send + 'static> Periodic<S> {
    /// Call `work` at once and then once every `period`; it may change `state`.
    ///
    /// # Panics
    ///
    /// If `period` is zero, or outside of a tokio runtime.
    pub fn start(
        period: Duration,
        mut state: S,
        mut work: impl FnMut(&mut S) + Send + 'static,
    ) -> Self {
        assert!(!period.is_zero(), "a period must be longer than nothing");
        let (stop, mut stopped) = oneshot::channel();
        let task = tokio::spawn(async move {
            let mut ticks = interval(period);
            // After a slow round do not hurry to catch up.
            ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
            loop {
                tokio::select! {
                    // When both are ready, stopping comes first.
                    biased;
                    _ = &mut stopped => return state,
                    _ = ticks.tick() => work(&mut state),
                }
            }
        });
        Self { stop, task }
    }

    /// Stop after the present round, and return the state.
    ///
    /// # Panics
    ///
    /// If a round has panicked.
    pub async fn stop(self) -> S {
        drop(self.stop);
        self.task.await.expect("a round of the work panicked")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::sync::mpsc::unbounded_channel;
    use tokio::time::Instant;

    #[tokio::test]
    async fn rounds_follow_one_another() {
        let (sender, mut rounds) = unbounded_channel();
        let period = Duration::from_millis(2);
        let start = Instant::now();
        let periodic = Periodic::start(period, 0, move |count: &mut u32| {
            *count += 1;
            // The test may have stopped listening just before it stops the task.
            let _ = sender.send(*count);
        });
        for expected in 1..=4 {
            assert_eq!(rounds.recv().await, Some(expected));
        }
        // The first comes at once, so three periods have passed.
        assert!(start.elapsed() >= 3 * period);
        assert!(periodic.stop().await >= 4);
    }

    #[tokio::test]
    async fn the_first_round_does_not_wait_for_a_period() {
        let (sender, mut rounds) = unbounded_channel();
        let hour = Duration::from_secs(3_600);
        let periodic = Periodic::start(hour, (), move |()| {
            sender.send("now").expect("the test listens");
        });
        assert_eq!(rounds.recv().await, Some("now"));
        periodic.stop().await;
    }

    #[tokio::test]
    async fn dropping_the_handle_ends_the_task() {
        let (sender, mut rounds) = unbounded_channel::<()>();
        let hour = Duration::from_secs(3_600);
        drop(Periodic::start(hour, sender, |_| ()));
        // The task's sender is dropped with its state.
        assert_eq!(rounds.recv().await, None);
    }

    #[tokio::test]
    #[should_panic(expected = "longer than nothing")]
    async fn a_period_of_zero_is_refused() {
        Periodic::start(Duration::ZERO, (), |()| ());
    }
}
