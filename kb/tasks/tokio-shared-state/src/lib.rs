//! A cache for values that take long to fetch.

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::OnceCell;

/// Fetches each key at most once, however many tasks ask for it at the same time.
#[derive(Debug)]
pub struct Cache<V> {
    cells: Mutex<HashMap<String, Arc<OnceCell<V>>>>,
}

impl<V> Default for Cache<V> {
    fn default() -> Self {
        Self {
            cells: Mutex::default(),
        }
    }
}

impl<V: Clone> Cache<V> {
    /// An empty cache.
    pub fn new() -> Self {
        Self::default()
    }

    /// The value of a key; if it is not known yet, `fetch` is run for it.
    ///
    /// An error is returned to its caller and not remembered: the next one fetches again.
    pub async fn get_or_fetch<E, F>(&self, key: &str, fetch: impl FnOnce() -> F) -> Result<V, E>
    where
        F: Future<Output = Result<V, E>>,
    {
        // Nothing is awaited while this lock is held.
        let cell = self.cell(key);
        // Others that want the same key wait here; those that want another do not.
        cell.get_or_try_init(fetch).await.cloned()
    }

    /// Forget a key, so that it is fetched anew.
    pub fn forget(&self, key: &str) {
        self.lock().remove(key);
    }

    fn cell(&self, key: &str) -> Arc<OnceCell<V>> {
        Arc::clone(self.lock().entry(key.to_owned()).or_default())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<OnceCell<V>>>> {
        self.cells.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};
    use tokio::sync::oneshot;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn many_tasks_fetch_once() {
        let cache = Arc::new(Cache::new());
        let fetched = Arc::new(AtomicU32::new(0));
        let tasks: Vec<_> = (0..10)
            .map(|_| {
                let (cache, fetched) = (Arc::clone(&cache), Arc::clone(&fetched));
                tokio::spawn(async move {
                    cache
                        .get_or_fetch("rate", async || {
                            tokio::task::yield_now().await;
                            Ok::<_, String>(fetched.fetch_add(1, Ordering::SeqCst) + 100)
                        })
                        .await
                })
            })
            .collect();
        for task in tasks {
            assert_eq!(task.await.expect("no panic"), Ok(100));
        }
        assert_eq!(fetched.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn a_slow_key_does_not_block_another() {
        let cache = Arc::new(Cache::new());
        let (sender, receiver) = oneshot::channel();
        let slow = tokio::spawn({
            let cache = Arc::clone(&cache);
            async move { cache.get_or_fetch("slow", || receiver).await }
        });
        let quick = cache
            .get_or_fetch("quick", async || Ok::<_, String>(1))
            .await;
        assert_eq!(quick, Ok(1));
        sender.send(2).expect("the slow task waits");
        assert_eq!(slow.await.expect("no panic"), Ok(2));
    }

    #[tokio::test]
    async fn an_error_is_not_kept() {
        let cache = Cache::new();
        assert_eq!(
            cache.get_or_fetch("k", async || Err("offline")).await,
            Err("offline")
        );
        assert_eq!(
            cache.get_or_fetch("k", async || Ok::<_, &str>(7)).await,
            Ok(7)
        );
        assert_eq!(
            cache.get_or_fetch("k", async || Err("not asked")).await,
            Ok(7)
        );
    }

    #[tokio::test]
    async fn a_forgotten_key_is_fetched_anew() {
        let cache = Cache::new();
        for expected in [1, 2] {
            let got = cache
                .get_or_fetch("k", async || Ok::<_, &str>(expected))
                .await;
            assert_eq!(got, Ok(expected));
            cache.forget("k");
        }
    }
}
