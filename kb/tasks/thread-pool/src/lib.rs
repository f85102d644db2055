//! A fixed number of threads that run jobs in the order in which they come.

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce() + Send + 'static>;

/// Worker threads that share one queue of jobs.
///
/// Dropping the pool waits until every queued job has run.
pub struct ThreadPool {
    // `None` only while the pool is being dropped.
    jobs: Option<Sender<Job>>,
    workers: Vec<JoinHandle<()>>,
}

impl ThreadPool {
    /// Start `size` worker threads.
    pub fn new(size: NonZeroUsize) -> Self {
        let (jobs, receiver) = mpsc::channel();
        let receiver = Arc::new(Mutex::new(receiver));
        let workers = (0..size.get())
            .map(|_| {
                let receiver = Arc::clone(&receiver);
                thread::spawn(move || work(&receiver))
            })
            .collect();
        Self {
            jobs: Some(jobs),
            workers,
        }
    }

    /// Queue a job; it runs as soon as a worker is free.
    pub fn execute(&self, job: impl FnOnce() + Send + 'static) {
        let jobs = self.jobs.as_ref().expect("the queue is open until drop");
        jobs.send(Box::new(job))
            .expect("a worker lives as long as the pool");
    }
}

impl Drop for ThreadPool {
    fn drop(&mut self) {
        // Without a sender `recv` fails once the queue is empty, and the workers end.
        self.jobs = None;
        for worker in self.workers.drain(..) {
            worker.join().expect("workers catch the panics of jobs");
        }
    }
}

fn work(receiver: &Mutex<Receiver<Job>>) {
    loop {
        // The lock is given back at the end of this statement, before the job runs.
        let job = receiver
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .recv();
        let Ok(job) = job else { return };
        // The panic hook has reported it already; the worker goes on to the next job.
        let _ = catch_unwind(AssertUnwindSafe(job));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;
    use std::sync::atomic::{AtomicU32, Ordering};

    fn pool(size: usize) -> ThreadPool {
        ThreadPool::new(NonZeroUsize::new(size).expect("not zero"))
    }

    #[test]
    fn drop_waits_for_every_job() {
        let done = Arc::new(AtomicU32::new(0));
        let pool = pool(3);
        for _ in 0..100 {
            let done = Arc::clone(&done);
            pool.execute(move || {
                done.fetch_add(1, Ordering::Relaxed);
            });
        }
        drop(pool);
        assert_eq!(done.load(Ordering::Relaxed), 100);
    }

    #[test]
    fn jobs_run_side_by_side() {
        // Each job waits for the other: with one worker at a time this would never end.
        let meeting = Arc::new(Barrier::new(2));
        let pool = pool(2);
        for _ in 0..2 {
            let meeting = Arc::clone(&meeting);
            pool.execute(move || {
                meeting.wait();
            });
        }
    }

    #[test]
    fn a_panicking_job_does_not_stop_its_worker() {
        let (sender, receiver) = mpsc::channel();
        let pool = pool(1);
        pool.execute(|| panic!("this job fails"));
        pool.execute(move || sender.send("still here").expect("the test listens"));
        assert_eq!(receiver.recv(), Ok("still here"));
    }

    #[test]
    fn a_pool_without_jobs_ends() {
        drop(pool(4));
    }
}
