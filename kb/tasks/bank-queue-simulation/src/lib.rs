//! Customers, counters, and how long they wait.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// Seconds since the beginning.
pub type Time = u64;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    /// A customer comes, who will need so much time at a counter.
    Arrival { needs: Time },
    /// A counter is free again.
    Done,
}

/// What came out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Customers that were served.
    pub served: usize,
    /// The time that all of them waited, together.
    pub waited: Time,
    /// The longest wait.
    pub longest_wait: Time,
    /// The most customers in the queue at the same time.
    pub longest_queue: usize,
    /// When the last customer left.
    pub end: Time,
}

/// Serve customers, given by arrival and by the time that each needs at the counter.
///
/// # Panics
///
/// If there is no counter.
pub fn simulate(customers: &[(Time, Time)], counters: usize) -> Report {
    assert!(counters > 0, "nobody would ever be served");
    // The running number keeps events of the same time in order.
    let mut events: BinaryHeap<Reverse<(Time, usize, Event)>> = customers
        .iter()
        .enumerate()
        .map(|(number, &(time, needs))| Reverse((time, number, Event::Arrival { needs })))
        .collect();
    let mut number = events.len();
    let mut free = counters;
    let mut queue: VecDeque<(Time, Time)> = VecDeque::new();
    let mut report = Report::default();
    while let Some(Reverse((now, _, event))) = events.pop() {
        match event {
            Event::Arrival { needs } => queue.push_back((now, needs)),
            Event::Done => {
                free += 1;
                report.end = now;
            }
        }
        while free > 0
            && let Some((arrived, needs)) = queue.pop_front()
        {
            free -= 1;
            report.served += 1;
            report.waited += now - arrived;
            report.longest_wait = report.longest_wait.max(now - arrived);
            events.push(Reverse((now + needs, number, Event::Done)));
            number += 1;
        }
        report.longest_queue = report.longest_queue.max(queue.len());
    }
    report
}

/// Customers by chance: on average one in `gap` seconds, each needing 1 to `longest` seconds.
///
/// The same seed gives the same customers.
pub fn random_customers(count: usize, gap: Time, longest: Time, seed: u64) -> Vec<(Time, Time)> {
    let mut state = seed;
    let mut below = |end: Time| {
        // SplitMix64: small, fast, and good enough for a simulation.
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end.max(1)
    };
    let mut now = 0;
    (0..count)
        .map(|_| {
            // 0 to twice the gap: the gap on average.
            now += below(2 * gap + 1);
            (now, 1 + below(longest))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_waits_for_the_first() {
        let report = simulate(&[(0, 10), (4, 10)], 1);
        let expected = Report {
            served: 2,
            waited: 6,
            longest_wait: 6,
            longest_queue: 1,
            end: 20,
        };
        assert_eq!(report, expected);
    }

    #[test]
    fn with_a_second_counter_nobody_waits() {
        let report = simulate(&[(0, 10), (4, 10)], 2);
        assert_eq!((report.waited, report.end), (0, 14));
    }

    #[test]
    fn who_comes_when_a_counter_gets_free_does_not_wait() {
        assert_eq!(simulate(&[(0, 5), (5, 5)], 1).waited, 0);
        // Of two that come at the same time the first in the list is first.
        let report = simulate(&[(0, 1), (0, 9), (0, 1)], 1);
        assert_eq!((report.waited, report.longest_wait), (11, 10));
    }

    #[test]
    fn customers_by_chance_can_be_repeated() {
        let customers = random_customers(1_000, 60, 100, 7);
        assert_eq!(customers, random_customers(1_000, 60, 100, 7));
        assert_ne!(customers, random_customers(1_000, 60, 100, 8));
        assert!(customers.is_sorted_by_key(|customer| customer.0));
        assert!(
            customers
                .iter()
                .all(|&(_, needs)| (1..=100).contains(&needs))
        );
    }

    #[test]
    fn more_counters_never_make_the_wait_longer() {
        let customers = random_customers(2_000, 10, 30, 1);
        let waits: Vec<Time> = (1..5)
            .map(|counters| simulate(&customers, counters).waited)
            .collect();
        assert!(waits.is_sorted_by(|more, less| more >= less), "{waits:?}");
        assert_eq!(simulate(&customers, 2).served, 2_000);
    }

    #[test]
    fn nobody_comes() {
        assert_eq!(simulate(&[], 1), Report::default());
    }
}
