//! Events and those who listen.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::{Rc, Weak};

type Listener<E> = Box<dyn FnMut(&E)>;

struct State<E> {
    // `None` while the listener is being called.
    listeners: BTreeMap<u64, Option<Listener<E>>>,
    next: u64,
}

/// Tells events to all listeners, in the order in which they subscribed.
pub struct Bus<E> {
    state: Rc<RefCell<State<E>>>,
}

/// Keeps a listener subscribed until it is dropped.
#[must_use = "dropping the subscription removes the listener"]
pub struct Subscription<E> {
    state: Weak<RefCell<State<E>>>,
    number: u64,
}

impl<E> Default for Bus<E> {
    fn default() -> Self {
        let state = State {
            listeners: BTreeMap::new(),
            next: 0,
        };
        Self {
            state: Rc::new(RefCell::new(state)),
        }
    }
}

impl<E> fmt::Debug for Bus<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bus({} listeners)", self.state.borrow().listeners.len())
    }
}

impl<E> Bus<E> {
    /// A bus without listeners.
    pub fn new() -> Self {
        Self::default()
    }

    /// Call `listener` with every event from now on, until the subscription is dropped.
    pub fn subscribe(&self, listener: impl FnMut(&E) + 'static) -> Subscription<E> {
        let mut state = self.state.borrow_mut();
        let number = state.next;
        state.next += 1;
        state.listeners.insert(number, Some(Box::new(listener)));
        Subscription {
            state: Rc::downgrade(&self.state),
            number,
        }
    }

    /// Tell an event. Listeners may use the bus meanwhile; new ones hear the next event.
    ///
    /// A listener that tells another event is not called again for that one.
    pub fn tell(&self, event: &E) {
        let numbers: Vec<u64> = self.state.borrow().listeners.keys().copied().collect();
        for number in numbers {
            // Taken out, so that nothing is borrowed during the call.
            let taken = self
                .state
                .borrow_mut()
                .listeners
                .get_mut(&number)
                .and_then(Option::take);
            let Some(mut listener) = taken else { continue };
            listener(event);
            // Its own subscription may have been dropped by now.
            if let Some(place) = self.state.borrow_mut().listeners.get_mut(&number) {
                *place = Some(listener);
            }
        }
    }
}

impl<E> Drop for Subscription<E> {
    fn drop(&mut self) {
        if let Some(state) = self.state.upgrade() {
            let removed = state.borrow_mut().listeners.remove(&self.number);
            // The listener may own subscriptions: they are dropped after the borrow has ended.
            drop(removed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A shared list, and a listener that adds to it.
    fn record(log: &Rc<RefCell<Vec<String>>>, name: &'static str) -> impl FnMut(&i32) + 'static {
        let log = Rc::clone(log);
        move |event| log.borrow_mut().push(format!("{name}{event}"))
    }

    #[test]
    fn listeners_hear_events_in_order_until_they_leave() {
        let (bus, log) = (Bus::new(), Rc::default());
        let _first = bus.subscribe(record(&log, "a"));
        let second = bus.subscribe(record(&log, "b"));
        bus.tell(&1);
        drop(second);
        bus.tell(&2);
        assert_eq!(*log.borrow(), ["a1", "b1", "a2"]);
        assert_eq!(format!("{bus:?}"), "Bus(1 listeners)");
    }

    #[test]
    fn a_listener_may_subscribe_another() {
        let (bus, log) = (Rc::new(Bus::new()), Rc::default());
        let added: Rc<RefCell<Vec<Subscription<i32>>>> = Rc::default();
        let _first = bus.subscribe({
            let (weak, log, added) = (Rc::downgrade(&bus), Rc::clone(&log), Rc::clone(&added));
            move |_| {
                let bus = weak.upgrade().expect("the bus is there while it tells");
                added.borrow_mut().push(bus.subscribe(record(&log, "new")));
            }
        });
        bus.tell(&1);
        assert!(log.borrow().is_empty());
        bus.tell(&2);
        assert_eq!(*log.borrow(), ["new2"]);
    }

    #[test]
    fn a_listener_may_remove_itself() {
        let (bus, log) = (Bus::new(), Rc::default());
        let own: Rc<RefCell<Option<Subscription<i32>>>> = Rc::default();
        let mut tell = record(&log, "once");
        *own.borrow_mut() = Some(bus.subscribe({
            let own = Rc::clone(&own);
            move |event| {
                tell(event);
                own.borrow_mut().take();
            }
        }));
        bus.tell(&1);
        bus.tell(&2);
        assert_eq!(*log.borrow(), ["once1"]);
    }

    #[test]
    fn a_subscription_may_outlive_the_bus() {
        let bus = Bus::<i32>::new();
        let subscription = bus.subscribe(|_| ());
        drop(bus);
        drop(subscription);
    }
}
