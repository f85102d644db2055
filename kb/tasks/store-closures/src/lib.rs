//! Things that are done when something happens.

use std::collections::BTreeMap;

/// Caches what one function computes first: the closure is a type parameter.
#[derive(Debug)]
pub struct Lazy<T, F> {
    value: Option<T>,
    make: F,
}

impl<T, F: Fn() -> T> Lazy<T, F> {
    /// Keeps `make` for later.
    pub fn new(make: F) -> Self {
        Self { value: None, make }
    }

    /// Returns the value, made at the first call.
    pub fn get(&mut self) -> &mut T {
        self.value.get_or_insert_with(&self.make)
    }

    /// Forgets the value; the next call makes it again.
    pub fn reset(&mut self) {
        self.value = None;
    }
}

type Handler<'a> = Box<dyn FnMut(&str) + 'a>;

/// Calls everyone who wants to know of an event. The callbacks may borrow, for as long as `'a`.
#[derive(Default)]
pub struct Events<'a> {
    handlers: BTreeMap<String, Vec<Handler<'a>>>,
}

impl<'a> Events<'a> {
    /// Calls `handler` whenever `event` happens.
    pub fn on(&mut self, event: &str, handler: impl FnMut(&str) + 'a) {
        let handlers = self.handlers.entry(event.to_owned()).or_default();
        handlers.push(Box::new(handler));
    }

    /// Says that `event` happened; returns how many were told.
    pub fn emit(&mut self, event: &str, detail: &str) -> usize {
        let Some(handlers) = self.handlers.get_mut(event) else {
            return 0;
        };
        for handler in handlers.iter_mut() {
            handler(detail);
        }
        handlers.len()
    }
}

/// Steps that a text goes through. Nothing in them may change, so they can run at any time.
#[derive(Default)]
pub struct Pipeline {
    steps: Vec<Box<dyn Fn(String) -> String + Send + Sync>>,
}

impl Pipeline {
    /// Adds a step at the end.
    #[must_use]
    pub fn then(mut self, step: impl Fn(String) -> String + Send + Sync + 'static) -> Self {
        self.steps.push(Box::new(step));
        self
    }

    /// Sends a text through all the steps.
    pub fn run(&self, text: &str) -> String {
        let start = text.to_owned();
        self.steps.iter().fold(start, |text, step| step(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::thread;

    #[test]
    fn a_value_is_made_when_it_is_needed() {
        let made = Cell::new(0);
        let mut lazy = Lazy::new(|| made.replace(made.get() + 1));
        assert_eq!(made.get(), 0);
        assert_eq!((*lazy.get(), *lazy.get()), (0, 0));
        lazy.reset();
        assert_eq!((*lazy.get(), made.get()), (1, 2));
    }

    #[test]
    fn callbacks_may_change_what_they_captured() {
        let mut seen = Vec::new();
        let count = Cell::new(0);
        let mut events = Events::default();
        events.on("saved", |file| seen.push(file.to_owned()));
        events.on("saved", |_| count.set(count.get() + 1));
        assert_eq!(events.emit("saved", "a.txt"), 2);
        assert_eq!(events.emit("saved", "b.txt"), 2);
        assert_eq!(events.emit("closed", "a.txt"), 0);
        drop(events); // ends the borrows
        assert_eq!(
            (seen, count.get()),
            (vec!["a.txt".to_owned(), "b.txt".to_owned()], 2)
        );
    }

    #[test]
    fn a_pipeline_may_run_in_several_threads() {
        let ending = String::from("!");
        let pipeline = Pipeline::default()
            .then(|text| text.trim().to_owned())
            .then(move |text| text + &ending);
        let run = || pipeline.run(" hello ");
        let both =
            thread::scope(|scope| [scope.spawn(run), scope.spawn(run)].map(|t| t.join().unwrap()));
        assert_eq!(both, ["hello!", "hello!"]);
        assert_eq!(Pipeline::default().run("same"), "same");
    }
}
