//! A hash that is slow on purpose, computed without holding up other tasks.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread::available_parallelism;
use tokio::sync::Semaphore;
use tokio::task::{JoinError, spawn_blocking};

/// Computes slow hashes, at most one per core at a time.
#[derive(Clone, Debug)]
pub struct Hasher {
    cores: Arc<Semaphore>,
    rounds: u32,
}

impl Hasher {
    /// A hasher that repeats its work so many times.
    pub fn new(rounds: u32) -> Self {
        let cores = available_parallelism().map_or(1, NonZeroUsize::get);
        Self {
            cores: Arc::new(Semaphore::new(cores)),
            rounds,
        }
    }

    /// Hash on a thread for blocking work.
    ///
    /// # Errors
    ///
    /// If the computation panics or the runtime is shut down.
    pub async fn hash(&self, data: Arc<[u8]>) -> Result<u64, JoinError> {
        let permit = Arc::clone(&self.cores)
            .acquire_owned()
            .await
            .expect("the semaphore is never closed");
        let rounds = self.rounds;
        spawn_blocking(move || {
            // Held in the closure: a caller that gives up does not stop the work.
            let _permit = permit;
            slow_hash(&data, rounds)
        })
        .await
    }
}

/// The 64-bit FNV-1a hash, over and over. Not for passwords: use an algorithm made for them.
pub fn slow_hash(data: &[u8], rounds: u32) -> u64 {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    (0..rounds.max(1)).fold(START, |hash, _| {
        data.iter().fold(hash, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(PRIME)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn known_values() {
        assert_eq!(slow_hash(b"", 1), 0xcbf2_9ce4_8422_2325);
        assert_eq!(slow_hash(b"a", 1), 0xaf63_dc4c_8601_ec8c);
        assert_ne!(slow_hash(b"a", 2), slow_hash(b"a", 1));
    }

    #[tokio::test]
    async fn the_same_result_as_in_place() {
        let hasher = Hasher::new(100);
        let data: Arc<[u8]> = Arc::from(*b"some data");
        let hash = hasher.hash(Arc::clone(&data)).await.expect("no panic");
        assert_eq!(hash, slow_hash(&data, 100));
    }

    #[tokio::test]
    async fn other_tasks_go_on_meanwhile() {
        // One thread for all async tasks: if the closure ran on it, the answer could never be sent.
        let (sender, receiver) = mpsc::channel();
        let blocked = spawn_blocking(move || receiver.recv());
        let other = tokio::spawn(async move { sender.send(42) });
        other.await.expect("no panic").expect("the receiver waits");
        assert_eq!(blocked.await.expect("no panic"), Ok(42));
    }

    #[tokio::test]
    async fn a_panic_arrives_as_an_error() {
        let error = spawn_blocking(|| panic!("bad input"))
            .await
            .expect_err("it panicked");
        assert!(error.is_panic());
    }

    #[tokio::test]
    async fn many_at_once_all_finish() {
        let hasher = Hasher::new(10);
        let tasks: Vec<_> = (0..40_u8)
            .map(|n| {
                let hasher = hasher.clone();
                tokio::spawn(async move { hasher.hash(Arc::from([n])).await })
            })
            .collect();
        for (n, task) in (0..40_u8).zip(tasks) {
            let hash = task.await.expect("no panic").expect("no panic");
            assert_eq!(hash, slow_hash(&[n], 10));
        }
    }
}
