//! People who follow each other.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::{Rc, Weak};

/// Someone with a name and a list of others. Cloning gives another hold on the same person.
#[derive(Debug, Clone)]
pub struct Person(Rc<RefCell<Inner>>);

#[derive(Debug)]
struct Inner {
    name: String,
    // weak: to follow someone does not keep them here
    follows: Vec<Weak<RefCell<Inner>>>,
}

impl Person {
    /// Makes a person who follows nobody.
    pub fn new(name: &str) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            name: name.to_owned(),
            follows: Vec::new(),
        })))
    }

    /// Returns the name.
    pub fn name(&self) -> String {
        self.0.borrow().name.clone()
    }

    /// Changes the name, for everyone who knows this person.
    pub fn rename(&self, name: &str) {
        self.0.borrow_mut().name = name.to_owned();
    }

    /// Follows another one; nothing happens where that is so already.
    pub fn follow(&self, other: &Self) {
        let is_new = self.followed().iter().all(|known| !known.is(other));
        if is_new {
            self.0.borrow_mut().follows.push(Rc::downgrade(&other.0));
        }
    }

    /// Returns those followed who are still here.
    pub fn followed(&self) -> Vec<Self> {
        let inner = self.0.borrow();
        inner
            .follows
            .iter()
            .filter_map(Weak::upgrade)
            .map(Self)
            .collect()
    }

    /// Whether both are the same person, not just of the same name.
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Returns the names of all who can be reached by following, the person included, by nearness.
    pub fn circle(&self) -> Vec<String> {
        let mut seen = HashSet::from([Rc::as_ptr(&self.0)]);
        let mut reached = vec![self.clone()];
        let mut next = 0;
        while let Some(person) = reached.get(next).cloned() {
            next += 1;
            for other in person.followed() {
                if seen.insert(Rc::as_ptr(&other.0)) {
                    reached.push(other);
                }
            }
        }
        reached.iter().map(Self::name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_seen_by_all_owners() {
        let ann = Person::new("Ann");
        let same = ann.clone();
        same.rename("Anna");
        assert_eq!(ann.name(), "Anna");
        assert!(ann.is(&same));
        assert!(!ann.is(&Person::new("Anna")));
    }

    #[test]
    fn circles_end() {
        let [ann, bo, cy, dee] = ["Ann", "Bo", "Cy", "Dee"].map(Person::new);
        ann.follow(&bo);
        bo.follow(&cy);
        cy.follow(&ann);
        cy.follow(&cy);
        dee.follow(&ann);
        assert_eq!(ann.circle(), ["Ann", "Bo", "Cy"]);
        assert_eq!(dee.circle(), ["Dee", "Ann", "Bo", "Cy"]);
    }

    #[test]
    fn following_twice_is_following_once() {
        let (ann, bo) = (Person::new("Ann"), Person::new("Bo"));
        ann.follow(&bo);
        ann.follow(&bo.clone());
        assert_eq!(ann.followed().len(), 1);
    }

    #[test]
    fn nobody_is_kept_by_being_followed() {
        let (ann, bo) = (Person::new("Ann"), Person::new("Bo"));
        ann.follow(&bo);
        bo.follow(&ann);
        let watch = Rc::downgrade(&bo.0);
        drop(bo);
        assert!(watch.upgrade().is_none());
        assert!(ann.followed().is_empty());
    }
}
