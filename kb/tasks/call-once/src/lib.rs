//! Once, and not again.

use std::sync::{LazyLock, OnceLock};

/// A call that will be made when there is an answer.
pub struct Pending<'a, T> {
    on_answer: Option<Box<dyn FnOnce(T) + 'a>>,
}

impl<'a, T> Pending<'a, T> {
    /// Keeps what is to be done with the answer.
    pub fn new(on_answer: impl FnOnce(T) + 'a) -> Self {
        Self {
            on_answer: Some(Box::new(on_answer)),
        }
    }

    /// Gives the answer; returns it back where there was one before.
    pub fn answer(&mut self, value: T) -> Result<(), T> {
        match self.on_answer.take() {
            Some(call) => {
                call(value);
                Ok(())
            }
            None => Err(value),
        }
    }

    /// Whether the answer is still waited for.
    pub fn is_waiting(&self) -> bool {
        self.on_answer.is_some()
    }
}

/// Runs jobs in order; each owns what it needs and gives it away.
pub fn run_all<'a>(jobs: Vec<Box<dyn FnOnce() -> String + 'a>>) -> Vec<String> {
    jobs.into_iter().map(|job| job()).collect()
}

/// The words that are too common to be indexed: made when first needed, shared by all threads.
static STOP_WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut words: Vec<&str> = "the a of and to in".split(' ').collect();
    words.sort_unstable();
    words
});

/// Whether a word is too common to be indexed.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// A name that is chosen at run time, and then for good.
#[derive(Debug, Default)]
pub struct Name(OnceLock<String>);

impl Name {
    /// Sets the name if there is none; returns the one that holds.
    pub fn set_or_get(&self, name: &str) -> &str {
        self.0.get_or_init(|| name.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn only_the_first_answer_counts() {
        let mut told = Vec::new();
        let mut pending = Pending::new(|answer: &str| told.push(answer.to_owned()));
        assert!(pending.is_waiting());
        assert_eq!(pending.answer("yes"), Ok(()));
        assert_eq!(pending.answer("no"), Err("no"));
        assert!(!pending.is_waiting());
        drop(pending);
        assert_eq!(told, ["yes"]);
    }

    #[test]
    fn a_job_may_give_away_what_it_owns() {
        let owned = String::from("mine");
        let borrowed = String::from("yours");
        let jobs: Vec<Box<dyn FnOnce() -> String + '_>> = vec![
            Box::new(move || owned),
            Box::new(|| borrowed.to_uppercase()),
        ];
        assert_eq!(run_all(jobs), ["mine", "YOURS"]);
        assert_eq!(borrowed, "yours");
    }

    #[test]
    fn the_list_is_there_when_needed() {
        assert!(is_stop_word("the") && is_stop_word("and"));
        assert!(!is_stop_word("sea"));
    }

    #[test]
    fn all_threads_see_one_name() {
        let name = Name::default();
        let seen: Vec<String> = thread::scope(|scope| {
            let threads = ["a", "b", "c", "d"].map(|wanted| {
                let name = &name;
                scope.spawn(move || name.set_or_get(wanted).to_owned())
            });
            threads.map(|thread| thread.join().unwrap()).into()
        });
        assert!(seen.iter().all(|each| each == name.set_or_get("late")));
        assert_ne!(seen[0], "late");
    }
}
