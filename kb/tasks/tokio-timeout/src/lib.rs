//! Attempts with a limit each, and one limit for all of them.

use std::fmt;
use std::future::Future;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// Why no attempt was successful.
#[derive(Debug, PartialEq, Eq)]
pub enum AttemptError<E> {
    /// Time was up, in the attempt with this number (from 1).
    TimedOut(u32),
    /// The last attempt failed by itself.
    Failed(E),
}

impl<E: fmt::Display> fmt::Display for AttemptError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TimedOut(attempt) => write!(f, "no answer in time (attempt {attempt})"),
            Self::Failed(error) => error.fmt(f),
        }
    }
}

impl<E: fmt::Debug + fmt::Display> std::error::Error for AttemptError<E> {}

/// How long to try.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For each attempt.
    pub attempt: Duration,
    /// For all attempts together.
    pub total: Duration,
    /// How many attempts there may be; 0 counts as 1.
    pub attempts: u32,
}

/// Try until an attempt succeeds; an attempt that takes too long counts as failed.
pub async fn attempt<T, E, F>(
    limits: Limits,
    mut operation: impl FnMut(u32) -> F,
) -> Result<T, AttemptError<E>>
where
    F: Future<Output = Result<T, E>>,
{
    let end = Instant::now() + limits.total;
    let mut number = 1;
    loop {
        let limit = (Instant::now() + limits.attempt).min(end);
        let error = match timeout_at(limit, operation(number)).await {
            Ok(Ok(answer)) => return Ok(answer),
            Ok(Err(error)) => AttemptError::Failed(error),
            Err(_elapsed) => AttemptError::TimedOut(number),
        };
        if number >= limits.attempts || Instant::now() >= end {
            return Err(error);
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::pending;

    const PLENTY: Duration = Duration::from_secs(3_600);
    const NONE: Duration = Duration::from_millis(1);

    #[tokio::test]
    async fn a_hanging_attempt_is_followed_by_another() {
        let limits = Limits {
            attempt: NONE,
            total: PLENTY,
            attempts: 3,
        };
        let answer: Result<_, AttemptError<&str>> = attempt(limits, async |number| {
            if number < 3 {
                pending::<()>().await;
            }
            Ok(number)
        })
        .await;
        assert_eq!(answer, Ok(3));
    }

    #[tokio::test]
    async fn the_last_error_is_told() {
        let limits = Limits {
            attempt: PLENTY,
            total: PLENTY,
            attempts: 2,
        };
        let mut tried = 0;
        let answer: Result<(), _> = attempt(limits, |number| {
            tried = number;
            async move { Err(format!("refused {number}")) }
        })
        .await;
        assert_eq!(answer, Err(AttemptError::Failed("refused 2".to_owned())));
        assert_eq!(tried, 2);
    }

    #[tokio::test]
    async fn the_total_limit_ends_it_early() {
        let limits = Limits {
            attempt: PLENTY,
            total: NONE,
            attempts: 100,
        };
        let answer: Result<(), AttemptError<String>> =
            attempt(limits, |_| pending::<Result<(), String>>()).await;
        assert_eq!(answer, Err(AttemptError::TimedOut(1)));
    }

    #[tokio::test]
    async fn an_answer_that_is_ready_wins_over_no_time_at_all() {
        let limits = Limits {
            attempt: Duration::ZERO,
            total: Duration::ZERO,
            attempts: 0,
        };
        let answer: Result<_, AttemptError<&str>> = attempt(limits, async |_| Ok("ready")).await;
        assert_eq!(answer, Ok("ready"));
    }
}
