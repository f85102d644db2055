//! Stages that run at the same time, each on its own thread.

use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{self, JoinHandle};

/// Items that may wait between two stages.
const WAITING: usize = 16;

/// A chain of running stages whose last output is `T`.
pub struct Pipeline<T> {
    output: Receiver<T>,
    threads: Vec<JoinHandle<()>>,
}

/// A stage has panicked, so the output is not complete.
#[derive(Debug, PartialEq, Eq)]
pub struct StagePanicked;

impl<T: Send + 'static> Pipeline<T> {
    /// Start with a source of items; it is read on a thread of its own.
    pub fn from_source<I>(source: I) -> Self
    where
        I: IntoIterator<Item = T> + Send + 'static,
    {
        let (sender, output) = sync_channel(WAITING);
        let thread = thread::spawn(move || {
            for item in source {
                if sender.send(item).is_err() {
                    return; // Nobody wants more.
                }
            }
        });
        Self {
            output,
            threads: vec![thread],
        }
    }

    /// Add a stage that makes any number of items of each one.
    pub fn then<U, I>(self, mut stage: impl FnMut(T) -> I + Send + 'static) -> Pipeline<U>
    where
        U: Send + 'static,
        I: IntoIterator<Item = U>,
    {
        let (sender, output) = sync_channel(WAITING);
        let input = self.output;
        let thread = thread::spawn(move || {
            for made in input.into_iter().flat_map(&mut stage) {
                if sender.send(made).is_err() {
                    return;
                }
            }
        });
        let mut threads = self.threads;
        threads.push(thread);
        Pipeline { output, threads }
    }

    /// Wait for everything.
    pub fn collect(self) -> Result<Vec<T>, StagePanicked> {
        let items = self.output.into_iter().collect();
        for thread in self.threads {
            thread.join().map_err(|_| StagePanicked)?;
        }
        Ok(items)
    }

    /// Take only the first items; the stages before stop as soon as they notice.
    pub fn take(self, count: usize) -> Vec<T> {
        self.output.iter().take(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_go_through_all_stages_in_order() {
        let lines = ["1 2", "x", "3"].map(str::to_owned);
        let squares = Pipeline::from_source(lines)
            .then(|line: String| line.split(' ').map(str::to_owned).collect::<Vec<_>>())
            .then(|word: String| word.parse::<u32>().ok())
            .then(|number| [number * number])
            .collect();
        assert_eq!(squares, Ok(vec![1, 4, 9]));
    }

    #[test]
    fn an_endless_source_stops_when_enough_was_taken() {
        let even = Pipeline::from_source(0_u64..)
            .then(|number| number.is_multiple_of(2).then_some(number))
            .take(3);
        assert_eq!(even, [0, 2, 4]);
    }

    #[test]
    fn a_panic_is_not_taken_for_the_end() {
        let outcome = Pipeline::from_source(vec![2, 1, 0])
            .then(|divisor: i32| [10_i32.checked_div(divisor).expect("no zero")])
            .collect();
        assert_eq!(outcome, Err(StagePanicked));
    }

    #[test]
    fn an_empty_source_gives_nothing() {
        let nothing = Pipeline::from_source(Vec::<u8>::new()).then(Some).collect();
        assert_eq!(nothing, Ok(Vec::new()));
    }
}
