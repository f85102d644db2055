//! Several threads look for primes and report what they find to one collector.

use std::ops::Range;
use std::sync::mpsc;
use std::thread;

/// What a searching thread has to tell.
enum News {
    Found(u32),
    Finished { searched: usize },
}

/// The outcome of a search.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The primes found, in ascending order.
    pub primes: Vec<u32>,
    /// How many numbers were looked at.
    pub searched: usize,
}

/// Search every range in a thread of its own. Ranges should not overlap.
pub fn search(ranges: Vec<Range<u32>>) -> Report {
    let (sender, receiver) = mpsc::channel();
    for range in ranges {
        let sender = sender.clone();
        thread::spawn(move || {
            let searched = range.len();
            for number in range.filter(|&number| is_prime(number)) {
                if sender.send(News::Found(number)).is_err() {
                    // Nobody listens any more: the rest would be for nothing.
                    return;
                }
            }
            // If this one is not heard either, nothing is left to do.
            let _ = sender.send(News::Finished { searched });
        });
    }
    // Otherwise this sender would keep the loop below waiting for ever.
    drop(sender);

    let mut report = Report::default();
    for news in receiver {
        match news {
            News::Found(prime) => report.primes.push(prime),
            News::Finished { searched } => report.searched += searched,
        }
    }
    // The threads report in any order.
    report.primes.sort_unstable();
    report
}

fn is_prime(number: u32) -> bool {
    number >= 2
        && (2..)
            .take_while(|divisor| divisor * divisor <= number)
            .all(|divisor| !number.is_multiple_of(divisor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_all_threads_arrive() {
        let report = search(vec![0..10, 10..20, 20..30]);
        assert_eq!(report.primes, [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]);
        assert_eq!(report.searched, 30);
    }

    #[test]
    fn no_ranges_end_at_once() {
        assert_eq!(search(Vec::new()), Report::default());
    }

    #[test]
    fn an_empty_range_reports_that_it_is_done() {
        let report = search(vec![14..14, 24..29]);
        assert_eq!(report.primes, []);
        assert_eq!(report.searched, 5);
    }

    #[test]
    fn small_numbers_are_judged_rightly() {
        let primes: Vec<u32> = (0..12).filter(|&n| is_prime(n)).collect();
        assert_eq!(primes, [2, 3, 5, 7, 11]);
    }
}
