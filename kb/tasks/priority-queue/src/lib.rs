//! Jobs, the most urgent first.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// How much a job matters, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    Someday,
    Today,
    Now,
}

#[derive(Debug)]
struct Waiting<T> {
    urgency: Urgency,
    arrival: u64,
    job: T,
}

impl<T> Waiting<T> {
    // one place says what the order is, so that the traits below agree
    fn rank(&self) -> (Urgency, Reverse<u64>) {
        (self.urgency, Reverse(self.arrival))
    }
}

impl<T> PartialEq for Waiting<T> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl<T> Eq for Waiting<T> {}

impl<T> PartialOrd for Waiting<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Waiting<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

/// A queue from which the most urgent job comes first, and of equal ones the earliest.
#[derive(Debug)]
pub struct JobQueue<T> {
    heap: BinaryHeap<Waiting<T>>,
    arrivals: u64,
}

impl<T> Default for JobQueue<T> {
    fn default() -> Self {
        Self {
            heap: BinaryHeap::new(),
            arrivals: 0,
        }
    }
}

impl<T> JobQueue<T> {
    /// Puts a job into the queue.
    pub fn push(&mut self, urgency: Urgency, job: T) {
        let arrival = self.arrivals;
        self.arrivals += 1;
        self.heap.push(Waiting {
            urgency,
            arrival,
            job,
        });
    }

    /// Takes the job that is next.
    pub fn pop(&mut self) -> Option<T> {
        self.heap.pop().map(|waiting| waiting.job)
    }

    /// Shows the job that is next.
    pub fn peek(&self) -> Option<&T> {
        self.heap.peek().map(|waiting| &waiting.job)
    }
}

/// Returns the least cost of joining ropes of these lengths into one, where each joining costs
/// the length of the new rope.
pub fn joining_cost(lengths: &[u64]) -> u64 {
    let mut ropes: BinaryHeap<Reverse<u64>> = lengths.iter().copied().map(Reverse).collect();
    let mut cost = 0;
    while let (Some(Reverse(first)), Some(Reverse(second))) = (ropes.pop(), ropes.pop()) {
        cost += first + second;
        ropes.push(Reverse(first + second));
    }
    cost
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urgent_jobs_come_first_and_equal_ones_in_order() {
        let mut queue = JobQueue::default();
        for (urgency, job) in [
            (Urgency::Today, "mail"),
            (Urgency::Someday, "attic"),
            (Urgency::Now, "fire"),
            (Urgency::Today, "lunch"),
        ] {
            queue.push(urgency, job);
        }
        assert_eq!(queue.peek(), Some(&"fire"));
        let order: Vec<_> = std::iter::from_fn(|| queue.pop()).collect();
        assert_eq!(order, ["fire", "mail", "lunch", "attic"]);
    }

    #[test]
    fn a_job_needs_no_order_of_its_own() {
        let mut queue: JobQueue<fn() -> u8> = JobQueue::default();
        queue.push(Urgency::Now, || 7);
        assert_eq!(queue.pop().map(|job| job()), Some(7));
        assert!(queue.pop().is_none());
    }

    #[test]
    fn the_smallest_first() {
        assert_eq!(joining_cost(&[4, 3, 2, 6]), 29);
        assert_eq!(joining_cost(&[5]), 0);
        assert_eq!(joining_cost(&[]), 0);
    }
}
