//! Trying again, but not for ever.

use std::time::Duration;

/// How often, and how long to wait between.
#[derive(Debug, Clone, Copy)]
pub struct Policy {
    pub attempts: u32,
    pub first_pause: Duration,
    pub longest_pause: Duration,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            attempts: 5,
            first_pause: Duration::from_millis(100),
            longest_pause: Duration::from_secs(5),
        }
    }
}

impl Policy {
    /// Returns the pauses between the attempts.
    pub fn pauses(self) -> impl Iterator<Item = Duration> {
        let doubled = |pause: &Duration| Some(pause.saturating_mul(2));
        std::iter::successors(Some(self.first_pause), doubled)
            .map(move |pause| pause.min(self.longest_pause))
            .take(self.attempts.saturating_sub(1) as usize)
    }

    /// Runs `operation` until it succeeds, pausing with `wait` in between.
    ///
    /// `operation` gets the number of the attempt, counted from 1, and runs at least once.
    ///
    /// # Errors
    ///
    /// Returns the last error when the attempts are used up, and at once an error that is not
    /// `temporary`.
    pub fn run<T, E>(
        self,
        mut operation: impl FnMut(u32) -> Result<T, E>,
        temporary: impl Fn(&E) -> bool,
        mut wait: impl FnMut(Duration),
    ) -> Result<T, E> {
        let mut attempt = 1;
        for pause in self.pauses() {
            match operation(attempt) {
                Err(error) if temporary(&error) => wait(pause),
                done => return done,
            }
            attempt += 1;
        }
        operation(attempt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Eq)]
    enum Failure {
        Busy,
        Forbidden,
    }

    fn millis(pauses: impl IntoIterator<Item = Duration>) -> Vec<u128> {
        pauses.into_iter().map(|pause| pause.as_millis()).collect()
    }

    #[test]
    fn it_goes_on_until_it_works() {
        let mut waited = Vec::new();
        let result = Policy::default().run(
            |attempt| {
                if attempt < 4 {
                    Err(Failure::Busy)
                } else {
                    Ok(attempt)
                }
            },
            |error| *error == Failure::Busy,
            |pause| waited.push(pause),
        );
        assert_eq!(result, Ok(4));
        assert_eq!(millis(waited), [100, 200, 400]);
    }

    #[test]
    fn it_gives_up_with_the_last_error() {
        let mut tried = 0;
        let result: Result<(), _> = Policy::default().run(
            |attempt| {
                tried = attempt;
                Err(attempt)
            },
            |_| true,
            |_| {},
        );
        assert_eq!((result, tried), (Err(5), 5));
    }

    #[test]
    fn what_will_not_go_away_is_not_tried_again() {
        let result: Result<(), _> = Policy::default().run(
            |_| Err(Failure::Forbidden),
            |error| *error == Failure::Busy,
            |_| panic!("there is nothing to wait for"),
        );
        assert_eq!(result, Err(Failure::Forbidden));
    }

    #[test]
    fn pauses_grow_to_the_longest_and_never_overflow() {
        let policy = Policy {
            attempts: 200,
            ..Policy::default()
        };
        assert_eq!(millis(policy.pauses().skip(5).take(2)), [3200, 5000]);
        assert_eq!(policy.pauses().count(), 199);
        let once = Policy {
            attempts: 0,
            ..policy
        };
        assert_eq!(once.run(Err::<(), _>, |_| true, |_| {}), Err(1));
    }
}
