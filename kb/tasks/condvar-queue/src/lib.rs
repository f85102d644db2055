//! A first-in first-out queue with room for a fixed number of items.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// A queue that makes producers wait while it is full and consumers while it is empty.
#[derive(Debug)]
pub struct BoundedQueue<T> {
    state: Mutex<State<T>>,
    room: Condvar,
    filled: Condvar,
    capacity: usize,
}

#[derive(Debug)]
struct State<T> {
    items: VecDeque<T>,
    closed: bool,
}

impl<T> BoundedQueue<T> {
    /// A queue for at most `capacity` items.
    ///
    /// # Panics
    ///
    /// If `capacity` is 0, because nothing could ever be pushed.
    pub fn new(capacity: usize) -> Self {
        assert!(capacity > 0, "a queue needs room for one item");
        Self {
            state: Mutex::new(State {
                items: VecDeque::with_capacity(capacity),
                closed: false,
            }),
            room: Condvar::new(),
            filled: Condvar::new(),
            capacity,
        }
    }

    /// Add an item, waiting for room. A closed queue gives the item back.
    pub fn push(&self, item: T) -> Result<(), T> {
        let mut state = self
            .room
            .wait_while(self.lock(), |state| {
                state.items.len() == self.capacity && !state.closed
            })
            .unwrap_or_else(PoisonError::into_inner);
        if state.closed {
            return Err(item);
        }
        state.items.push_back(item);
        self.filled.notify_one();
        Ok(())
    }

    /// Take the oldest item, waiting for one; `None` when the queue is closed and empty.
    pub fn pop(&self) -> Option<T> {
        let mut state = self
            .filled
            .wait_while(self.lock(), |state| state.items.is_empty() && !state.closed)
            .unwrap_or_else(PoisonError::into_inner);
        let item = state.items.pop_front()?;
        self.room.notify_one();
        Some(item)
    }

    /// Refuse further items; what is queued can still be taken.
    pub fn close(&self) {
        self.lock().closed = true;
        self.room.notify_all();
        self.filled.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn items_come_out_in_order_through_a_small_queue() {
        let queue = BoundedQueue::new(2);
        let received = thread::scope(|scope| {
            scope.spawn(|| {
                for number in 0..100 {
                    queue.push(number).expect("open");
                }
                queue.close();
            });
            let mut received = Vec::new();
            while let Some(number) = queue.pop() {
                received.push(number);
            }
            received
        });
        assert_eq!(received, (0..100).collect::<Vec<_>>());
    }

    #[test]
    fn a_closed_queue_gives_items_back_but_can_be_emptied() {
        let queue = BoundedQueue::new(1);
        assert_eq!(queue.push("kept"), Ok(()));
        queue.close();
        assert_eq!(queue.push("refused"), Err("refused"));
        assert_eq!(queue.pop(), Some("kept"));
        assert_eq!(queue.pop(), None);
    }

    #[test]
    fn closing_wakes_waiting_consumers() {
        let queue = BoundedQueue::<u8>::new(1);
        thread::scope(|scope| {
            let waiting: Vec<_> = (0..3).map(|_| scope.spawn(|| queue.pop())).collect();
            queue.close();
            for consumer in waiting {
                assert_eq!(consumer.join().expect("no panic"), None);
            }
        });
    }

    #[test]
    #[should_panic(expected = "room for one item")]
    fn a_queue_without_room_is_refused() {
        BoundedQueue::<u8>::new(0);
    }
}
