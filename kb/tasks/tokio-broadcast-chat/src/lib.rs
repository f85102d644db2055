//! A room in which all guests see all messages.

use std::sync::Arc;
use tokio::sync::broadcast::{self, error::RecvError};

/// What a guest sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Somebody said something.
    Said {
        /// Who.
        name: Arc<str>,
        /// What. Shared, because every guest gets a copy of the event.
        text: Arc<str>,
    },
    /// The guest was too slow and missed so many messages.
    Missed(u64),
}

/// A place to talk in.
#[derive(Debug)]
pub struct Room {
    messages: broadcast::Sender<(Arc<str>, Arc<str>)>,
}

/// Somebody who listens.
#[derive(Debug)]
pub struct Guest {
    messages: broadcast::Receiver<(Arc<str>, Arc<str>)>,
}

impl Room {
    /// A room that keeps at least `kept` messages for slow guests.
    ///
    /// # Panics
    ///
    /// If `kept` is 0.
    pub fn new(kept: usize) -> Self {
        Self {
            messages: broadcast::Sender::new(kept),
        }
    }

    /// Come in; what was said before is not heard.
    pub fn enter(&self) -> Guest {
        Guest {
            messages: self.messages.subscribe(),
        }
    }

    /// Say something, and return how many guests may hear it.
    pub fn say(&self, name: &str, text: &str) -> usize {
        // The error only says that the room is empty.
        self.messages
            .send((Arc::from(name), Arc::from(text)))
            .unwrap_or(0)
    }

    /// Send everybody home once they have heard everything.
    pub fn close(self) {}
}

impl Guest {
    /// The next event; `None` when the room is closed.
    pub async fn listen(&mut self) -> Option<Event> {
        match self.messages.recv().await {
            Ok((name, text)) => Some(Event::Said { name, text }),
            Err(RecvError::Lagged(missed)) => Some(Event::Missed(missed)),
            Err(RecvError::Closed) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: &str, text: &str) -> Option<Event> {
        Some(Event::Said {
            name: Arc::from(name),
            text: Arc::from(text),
        })
    }

    #[tokio::test]
    async fn every_guest_hears_everything_in_order() {
        let room = Room::new(8);
        let guests = [room.enter(), room.enter()];
        assert_eq!(room.say("Ada", "hello"), 2);
        assert_eq!(room.say("Bob", "hi"), 2);
        room.close();
        for mut guest in guests {
            assert_eq!(guest.listen().await, said("Ada", "hello"));
            assert_eq!(guest.listen().await, said("Bob", "hi"));
            assert_eq!(guest.listen().await, None);
        }
    }

    #[tokio::test]
    async fn a_late_guest_hears_only_what_comes_after() {
        let room = Room::new(8);
        assert_eq!(room.say("Ada", "is anybody here?"), 0);
        let mut guest = room.enter();
        room.say("Ada", "welcome");
        assert_eq!(guest.listen().await, said("Ada", "welcome"));
    }

    #[tokio::test]
    async fn a_slow_guest_is_told_what_is_missing_and_goes_on() {
        let room = Room::new(2);
        let mut guest = room.enter();
        for text in ["1", "2", "3", "4", "5"] {
            room.say("Ada", text);
        }
        assert_eq!(guest.listen().await, Some(Event::Missed(3)));
        assert_eq!(guest.listen().await, said("Ada", "4"));
        assert_eq!(guest.listen().await, said("Ada", "5"));
    }

    #[tokio::test]
    async fn a_waiting_guest_is_woken() {
        let room = Room::new(1);
        let mut guest = room.enter();
        let task = tokio::spawn(async move { guest.listen().await });
        room.say("Ada", "wake up");
        assert_eq!(task.await.expect("no panic"), said("Ada", "wake up"));
    }
}
