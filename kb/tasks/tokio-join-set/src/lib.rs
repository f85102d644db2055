//! Ask several sources at the same time.

use std::fmt;
use std::future::Future;
use tokio::task::JoinSet;

/// Why there is no complete set of answers.
#[derive(Debug, PartialEq, Eq)]
pub enum GatherError<E> {
    /// The task with this index failed.
    Failed(usize, E),
    /// A task panicked.
    Panicked(String),
}

impl<E: fmt::Display> fmt::Display for GatherError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(index, error) => write!(f, "source {index} failed: {error}"),
            Self::Panicked(message) => write!(f, "a source panicked: {message}"),
        }
    }
}

impl<E: fmt::Debug + fmt::Display> std::error::Error for GatherError<E> {}

/// Run all futures as tasks, and return their answers in the order of the futures.
///
/// The first failure ends it: the tasks still running are cancelled.
pub async fn gather<T, E, F>(futures: impl IntoIterator<Item = F>) -> Result<Vec<T>, GatherError<E>>
where
    T: Send + 'static,
    E: Send + 'static,
    F: Future<Output = Result<T, E>> + Send + 'static,
{
    let mut tasks = JoinSet::new();
    for (index, future) in futures.into_iter().enumerate() {
        tasks.spawn(async move { (index, future.await) });
    }
    let mut answers = Vec::with_capacity(tasks.len());
    while let Some(joined) = tasks.join_next().await {
        let (index, answer) = joined.map_err(|error| GatherError::Panicked(error.to_string()))?;
        match answer {
            Ok(answer) => answers.push((index, answer)),
            // Returning drops the set, and that cancels the rest.
            Err(error) => return Err(GatherError::Failed(index, error)),
        }
    }
    answers.sort_unstable_by_key(|(index, _)| *index);
    Ok(answers.into_iter().map(|(_, answer)| answer).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future;
    use std::pin::Pin;
    use tokio::sync::oneshot;

    type Source = Pin<Box<dyn Future<Output = Result<u32, &'static str>> + Send>>;

    #[tokio::test]
    async fn answers_are_in_order_whoever_is_first() {
        let (sender, receiver) = oneshot::channel();
        let slow: Source = Box::pin(async { receiver.await.map_err(|_| "nobody sent") });
        let quick: Source = Box::pin(async {
            sender.send(1).map_err(|_| "nobody waits")?;
            Ok(2)
        });
        assert_eq!(gather([slow, quick]).await, Ok(vec![1, 2]));
    }

    #[tokio::test]
    async fn a_failure_cancels_the_others() {
        let (guard, was_dropped) = oneshot::channel::<()>();
        let endless: Source = Box::pin(async move {
            let _guard = guard;
            future::pending().await
        });
        let failing: Source = Box::pin(async { Err("no connection") });
        let outcome = gather([endless, failing]).await;
        assert_eq!(outcome, Err(GatherError::Failed(1, "no connection")));
        // The guard was dropped with its task, so the endless one is gone.
        assert!(was_dropped.await.is_err());
    }

    #[tokio::test]
    async fn a_panic_is_reported() {
        let panicking: Source = Box::pin(async { panic!("lost") });
        let outcome = gather([panicking]).await;
        assert!(
            matches!(outcome, Err(GatherError::Panicked(_))),
            "{outcome:?}"
        );
    }

    #[tokio::test]
    async fn nothing_to_ask() {
        assert_eq!(gather(Vec::<Source>::new()).await, Ok(Vec::new()));
    }
}
