//! A list of jobs, done by several workers, with every answer at its job's place.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// Why a job has no answer.
#[derive(Debug, PartialEq, Eq)]
pub enum JobError<E> {
    /// The job itself said so.
    Failed(E),
    /// The job panicked with this message.
    Panicked(String),
}

/// Run `work` for every job on `workers` threads (at least one). The answers are in the order of the jobs.
pub fn run_all<J, A, E>(
    jobs: &[J],
    workers: usize,
    work: impl Fn(&J) -> Result<A, E> + Sync,
) -> Vec<Result<A, JobError<E>>>
where
    J: Sync,
    A: Send,
    E: Send,
{
    let next = AtomicUsize::new(0);
    let (sender, answers) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..workers.clamp(1, jobs.len().max(1)) {
            let sender = sender.clone();
            let (next, work) = (&next, &work);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(index) else { return };
                    let answer = catch_unwind(AssertUnwindSafe(|| work(job)));
                    let answer = match answer {
                        Ok(answer) => answer.map_err(JobError::Failed),
                        Err(panic) => Err(JobError::Panicked(message(panic.as_ref()))),
                    };
                    sender
                        .send((index, answer))
                        .expect("the receiver outlives the scope");
                }
            });
        }
        drop(sender);
    });

    let mut numbered: Vec<_> = answers.into_iter().collect();
    numbered.sort_unstable_by_key(|(index, _)| *index);
    numbered.into_iter().map(|(_, answer)| answer).collect()
}

/// The text of a panic, where it has one.
fn message(panic: &(dyn Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no message".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &&str) -> Result<u32, String> {
        match *text {
            "boom" => panic!("cannot read {text}"),
            _ => text.parse().map_err(|_| format!("{text} is no number")),
        }
    }

    #[test]
    fn answers_are_in_the_order_of_the_jobs() {
        let jobs: Vec<String> = (0..100).map(|n| n.to_string()).collect();
        let jobs: Vec<&str> = jobs.iter().map(String::as_str).collect();
        let answers = run_all(&jobs, 4, parse);
        let expected: Vec<_> = (0..100).map(Ok).collect();
        assert_eq!(answers, expected);
    }

    #[test]
    fn failures_and_panics_stay_with_their_job() {
        let answers = run_all(&["1", "x", "boom", "4"], 2, parse);
        assert_eq!(
            answers,
            [
                Ok(1),
                Err(JobError::Failed("x is no number".to_owned())),
                Err(JobError::Panicked("cannot read boom".to_owned())),
                Ok(4),
            ]
        );
    }

    #[test]
    fn no_jobs_and_no_workers_are_fine() {
        assert_eq!(run_all(&[], 3, parse), []);
        assert_eq!(run_all(&["7"], 0, parse), [Ok(7)]);
    }
}
