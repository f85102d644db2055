//! Work through a list with a limited number of operations at the same time.

use std::future::Future;
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// Run `work` for every item, at most `limit` (at least 1) at a time. Results are in the order of the items.
///
/// # Panics
///
/// If `work` panics.
pub async fn map_limited<I, T, F>(
    items: impl IntoIterator<Item = I>,
    limit: usize,
    work: impl Fn(I) -> F,
) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let permits = Arc::new(Semaphore::new(limit.max(1)));
    let mut tasks = JoinSet::new();
    for (index, item) in items.into_iter().enumerate() {
        // Wait for a permit before the task exists, not inside it.
        let permit = Arc::clone(&permits)
            .acquire_owned()
            .await
            .expect("the semaphore is never closed");
        let future = work(item);
        tasks.spawn(async move {
            let result = future.await;
            drop(permit);
            (index, result)
        });
    }
    let mut results = tasks.join_all().await;
    results.sort_unstable_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use tokio::task::yield_now;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn never_more_than_the_limit_at_once() {
        let running = Arc::new(AtomicUsize::new(0));
        let most = Arc::new(AtomicUsize::new(0));
        let results = map_limited(0..50, 3, |number| {
            let (running, most) = (Arc::clone(&running), Arc::clone(&most));
            async move {
                let now = running.fetch_add(1, Ordering::SeqCst) + 1;
                most.fetch_max(now, Ordering::SeqCst);
                for _ in 0..5 {
                    yield_now().await;
                }
                running.fetch_sub(1, Ordering::SeqCst);
                number * 2
            }
        })
        .await;
        assert_eq!(results, (0..50).map(|n| n * 2).collect::<Vec<_>>());
        assert!((1..=3).contains(&most.load(Ordering::SeqCst)));
    }

    #[tokio::test]
    async fn operations_overlap_up_to_the_limit() {
        // Both must be there at the same time, or this would never end.
        let meeting = Arc::new(tokio::sync::Barrier::new(2));
        let leaders = map_limited(0..2, 2, |_| {
            let meeting = Arc::clone(&meeting);
            async move { meeting.wait().await.is_leader() }
        })
        .await;
        assert_eq!(leaders.iter().filter(|&&leader| leader).count(), 1);
    }

    #[tokio::test]
    async fn a_limit_of_nothing_still_gets_there() {
        assert_eq!(map_limited([1, 2], 0, async |n| n).await, [1, 2]);
    }

    #[tokio::test]
    async fn an_empty_list() {
        assert_eq!(map_limited(Vec::<u8>::new(), 2, async |n| n).await, []);
    }
}
