//! A latch that tasks can wait for, and an asynchronous sequence, both by hand.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};

#[derive(Debug, Default)]
struct State {
    open: bool,
    waiting: Vec<Waker>,
}

/// Closed at first; once opened it stays open. Clones are the same latch.
#[derive(Clone, Debug, Default)]
pub struct Latch {
    state: Arc<Mutex<State>>,
}

impl Latch {
    /// A closed latch.
    pub fn new() -> Self {
        Self::default()
    }

    /// Open it, from any thread, and wake everybody who waits.
    pub fn open(&self) {
        let waiting = {
            let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            state.open = true;
            std::mem::take(&mut state.waiting)
        };
        // A waker runs foreign code: call it without the lock.
        for waker in waiting {
            waker.wake();
        }
    }

    /// A future that is ready when the latch is open.
    pub fn opened(&self) -> Opened {
        Opened {
            latch: self.clone(),
        }
    }
}

/// Waits for a [`Latch`].
#[derive(Debug)]
#[must_use = "a future does nothing unless it is awaited"]
pub struct Opened {
    latch: Latch,
}

impl Future for Opened {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let mut state = self
            .latch
            .state
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if state.open {
            return Poll::Ready(());
        }
        // A task may poll several times: one waker is enough for it, as far as that can be told.
        if !state
            .waiting
            .iter()
            .any(|waker| waker.will_wake(context.waker()))
        {
            state.waiting.push(context.waker().clone());
        }
        Poll::Pending
    }
}

/// Counts down, letting other tasks run between the numbers.
#[derive(Debug)]
pub struct Countdown {
    left: u32,
}

impl Countdown {
    /// From this number to 1.
    pub fn from(start: u32) -> Self {
        Self { left: start }
    }

    /// The next number, `None` at the end and for ever after.
    pub async fn next(&mut self) -> Option<u32> {
        if self.left == 0 {
            return None;
        }
        yield_once().await;
        let number = self.left;
        self.left -= 1;
        Some(number)
    }
}

/// Be pending once, and ask to be polled again at once.
async fn yield_once() {
    let mut yielded = false;
    std::future::poll_fn(|context| {
        if yielded {
            return Poll::Ready(());
        }
        yielded = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::pin::pin;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::task::Wake;
    use std::thread;

    #[tokio::test]
    async fn opening_wakes_every_waiting_task() {
        let latch = Latch::new();
        let tasks: Vec<_> = (0..3).map(|_| tokio::spawn(latch.opened())).collect();
        thread::spawn(move || latch.open());
        for task in tasks {
            task.await.expect("no panic");
        }
    }

    /// Counts how often it was woken.
    #[derive(Default)]
    struct Alarm(AtomicU32);

    impl Wake for Alarm {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }

    #[test]
    fn it_is_pending_until_the_latch_is_open() {
        let latch = Latch::new();
        let alarm = Arc::new(Alarm::default());
        let waker = Waker::from(Arc::clone(&alarm));
        let mut context = Context::from_waker(&waker);
        let mut opened = pin!(latch.opened());
        assert!(opened.as_mut().poll(&mut context).is_pending());
        assert_eq!(alarm.0.load(Ordering::SeqCst), 0);
        latch.open();
        assert_eq!(alarm.0.load(Ordering::SeqCst), 1);
        assert!(opened.as_mut().poll(&mut context).is_ready());
    }

    #[tokio::test]
    async fn an_open_latch_does_not_wait() {
        let latch = Latch::new();
        latch.open();
        latch.open();
        latch.opened().await;
    }

    #[tokio::test]
    async fn the_countdown_is_read_like_an_iterator() {
        let mut countdown = Countdown::from(3);
        let mut seen = Vec::new();
        while let Some(number) = countdown.next().await {
            seen.push(number);
        }
        assert_eq!(seen, [3, 2, 1]);
        assert_eq!(countdown.next().await, None);
    }
}
