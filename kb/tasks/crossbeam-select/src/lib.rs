//! A worker that serves urgent and ordinary orders until it is told to stop.

use crossbeam_channel::{Receiver, TryRecvError, never, select};

/// Why the worker has ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Ended {
    /// The stop channel was closed or used; orders may be left.
    Stopped,
    /// Both order channels were closed and everything is done.
    NothingLeft,
}

/// Handle orders until both channels are closed, or until `stop` is closed or receives a message.
///
/// Urgent orders that are waiting are taken before ordinary ones.
pub fn serve<T>(
    mut urgent: Receiver<T>,
    mut ordinary: Receiver<T>,
    stop: &Receiver<()>,
    mut handle: impl FnMut(T),
) -> Ended {
    let (mut urgent_open, mut ordinary_open) = (true, true);
    while urgent_open || ordinary_open {
        // `select!` is fair, so both that must win are looked at first.
        if stop.try_recv() != Err(TryRecvError::Empty) {
            return Ended::Stopped;
        }
        if let Ok(order) = urgent.try_recv() {
            handle(order);
            continue;
        }
        select! {
            recv(stop) -> _ => return Ended::Stopped,
            recv(urgent) -> order => match order {
                Ok(order) => handle(order),
                Err(_) => {
                    urgent_open = false;
                    urgent = never();
                }
            },
            recv(ordinary) -> order => match order {
                Ok(order) => handle(order),
                Err(_) => {
                    ordinary_open = false;
                    ordinary = never();
                }
            },
        }
    }
    Ended::NothingLeft
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossbeam_channel::{bounded, unbounded};
    use std::thread;

    #[test]
    fn urgent_orders_come_first() {
        let (urgent_sender, urgent) = unbounded();
        let (ordinary_sender, ordinary) = unbounded();
        let (_stop_sender, stop) = bounded(0);
        for number in [3, 4] {
            ordinary_sender.send(number).expect("open");
        }
        for number in [1, 2] {
            urgent_sender.send(number).expect("open");
        }
        drop((urgent_sender, ordinary_sender));

        let mut handled = Vec::new();
        let ended = serve(urgent, ordinary, &stop, |order| handled.push(order));
        assert_eq!(ended, Ended::NothingLeft);
        assert_eq!(handled, [1, 2, 3, 4]);
    }

    #[test]
    fn one_closed_channel_does_not_end_the_other() {
        let (urgent_sender, urgent) = unbounded::<u8>();
        let (ordinary_sender, ordinary) = bounded(0);
        let (_stop_sender, stop) = bounded(0);
        drop(urgent_sender);
        let worker = thread::spawn(move || {
            let mut handled = Vec::new();
            let ended = serve(urgent, ordinary, &stop, |order| handled.push(order));
            (ended, handled)
        });
        for order in 0..3 {
            ordinary_sender.send(order).expect("the worker takes it");
        }
        drop(ordinary_sender);
        let (ended, handled) = worker.join().expect("no panic");
        assert_eq!((ended, handled), (Ended::NothingLeft, vec![0, 1, 2]));
    }

    #[test]
    fn dropping_the_stop_sender_stops_a_waiting_worker() {
        let (_urgent_sender, urgent) = unbounded::<u8>();
        let (_ordinary_sender, ordinary) = unbounded();
        let (stop_sender, stop) = bounded::<()>(0);
        let worker = thread::spawn(move || serve(urgent, ordinary, &stop, |_| ()));
        drop(stop_sender);
        assert_eq!(worker.join().expect("no panic"), Ended::Stopped);
    }
}
