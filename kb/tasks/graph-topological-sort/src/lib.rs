//! Tasks and what they need.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Tasks by name, each with the names of those that must be done before.
#[derive(Clone, Debug, Default)]
pub struct Tasks {
    needs: BTreeMap<String, BTreeSet<String>>,
}

/// These tasks need each other in a circle, or need some that do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circular(pub Vec<String>);

impl fmt::Display for Circular {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "these wait for each other: {}", self.0.join(", "))
    }
}

impl std::error::Error for Circular {}

impl Tasks {
    /// No tasks.
    pub fn new() -> Self {
        Self::default()
    }

    /// Add a task; what it needs becomes a task as well. Adding one again adds to its needs.
    pub fn add(&mut self, task: &str, needs: &[&str]) {
        for need in needs {
            self.needs.entry((*need).to_owned()).or_default();
        }
        let all = self.needs.entry(task.to_owned()).or_default();
        all.extend(needs.iter().map(|need| (*need).to_owned()));
    }

    /// One task after the other; of those that are ready the first by name.
    pub fn order(&self) -> Result<Vec<&str>, Circular> {
        let mut order = Vec::new();
        self.work(|ready| {
            let first = ready.pop_first();
            order.extend(first);
            first.into_iter().collect()
        })?;
        Ok(order)
    }

    /// Groups of tasks, each as early as possible; those of a group do not need each other.
    pub fn stages(&self) -> Result<Vec<Vec<&str>>, Circular> {
        let mut stages = Vec::new();
        self.work(|ready| {
            let stage: Vec<_> = std::mem::take(ready).into_iter().collect();
            stages.push(stage.clone());
            stage
        })?;
        Ok(stages)
    }

    /// Do all tasks; `take` takes some of those that are ready, and returns them.
    fn work<'a>(
        &'a self,
        mut take: impl FnMut(&mut BTreeSet<&'a str>) -> Vec<&'a str>,
    ) -> Result<(), Circular> {
        let mut waits_for: BTreeMap<&str, usize> = BTreeMap::new();
        let mut needed_by: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (task, needs) in &self.needs {
            waits_for.insert(task, needs.len());
            for need in needs {
                needed_by.entry(need).or_default().push(task);
            }
        }
        let mut ready: BTreeSet<&str> = waits_for
            .iter()
            .filter(|&(_, &count)| count == 0)
            .map(|(&task, _)| task)
            .collect();
        while !ready.is_empty() {
            for done in take(&mut ready) {
                waits_for.remove(done);
                for &task in needed_by.get(done).into_iter().flatten() {
                    if let Some(count) = waits_for.get_mut(task) {
                        *count -= 1;
                        if *count == 0 {
                            ready.insert(task);
                        }
                    }
                }
            }
        }
        if waits_for.is_empty() {
            return Ok(());
        }
        Err(Circular(waits_for.into_keys().map(str::to_owned).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breakfast() -> Tasks {
        let mut tasks = Tasks::new();
        tasks.add("eat", &["make tea", "toast"]);
        tasks.add("make tea", &["boil water"]);
        tasks.add("toast", &["cut bread"]);
        tasks
    }

    #[test]
    fn what_is_needed_comes_first() {
        let order = ["boil water", "cut bread", "make tea", "toast", "eat"];
        assert_eq!(breakfast().order().expect("no circle"), order);
    }

    #[test]
    fn stages_can_run_side_by_side() {
        let tasks = breakfast();
        let stages = tasks.stages().expect("no circle");
        assert_eq!(
            stages,
            [
                vec!["boil water", "cut bread"],
                vec!["make tea", "toast"],
                vec!["eat"]
            ]
        );
    }

    #[test]
    fn a_circle_is_named_and_what_waits_for_it() {
        let mut tasks = breakfast();
        tasks.add("boil water", &["make tea"]);
        let error = tasks.order().expect_err("a circle");
        assert_eq!(
            error.to_string(),
            "these wait for each other: boil water, eat, make tea"
        );
        assert_eq!(tasks.stages(), Err(error));
    }

    #[test]
    fn a_task_cannot_need_itself() {
        let mut tasks = Tasks::new();
        tasks.add("a", &["a"]);
        assert_eq!(tasks.order(), Err(Circular(vec!["a".to_owned()])));
    }

    #[test]
    fn needs_may_be_named_twice_and_added_later() {
        let mut tasks = Tasks::new();
        tasks.add("b", &["a", "a"]);
        tasks.add("b", &["c"]);
        assert_eq!(tasks.order().expect("no circle"), ["a", "c", "b"]);
    }

    #[test]
    fn no_tasks() {
        assert_eq!(Tasks::new().order(), Ok(vec![]));
        assert_eq!(Tasks::new().stages(), Ok(vec![]));
    }
}
