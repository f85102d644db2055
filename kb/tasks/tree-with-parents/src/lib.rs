//! Folders in folders.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

/// A folder; cloning gives another hold on the same one.
#[derive(Debug, Clone)]
pub struct Folder(Rc<Node>);

#[derive(Debug)]
struct Node {
    name: String,
    parent: RefCell<Weak<Node>>,
    children: RefCell<Vec<Folder>>,
}

/// A folder cannot go into itself or into what is below it.
#[derive(Debug, PartialEq, Eq)]
pub struct WouldBeCycle;

impl Folder {
    /// Makes a folder that is in no other.
    pub fn new(name: &str) -> Self {
        Self(Rc::new(Node {
            name: name.to_owned(),
            parent: RefCell::new(Weak::new()),
            children: RefCell::new(Vec::new()),
        }))
    }

    /// Makes a folder inside this one.
    pub fn make(&self, name: &str) -> Self {
        let child = Self::new(name);
        self.adopt(&child);
        child
    }

    /// Returns the folder that it is in.
    pub fn parent(&self) -> Option<Self> {
        self.0.parent.borrow().upgrade().map(Self)
    }

    /// Returns the names from the top down to this folder.
    pub fn path(&self) -> String {
        let mut names: Vec<String> = self.upwards().map(|each| each.0.name.clone()).collect();
        names.reverse();
        names.join("/")
    }

    /// Returns how many folders there are from here downwards, this one included.
    pub fn count(&self) -> usize {
        let children = self.0.children.borrow();
        1 + children.iter().map(Self::count).sum::<usize>()
    }

    /// Puts this folder with all that is in it into another.
    ///
    /// # Errors
    ///
    /// Fails where the other one is inside this one.
    pub fn move_into(&self, other: &Self) -> Result<(), WouldBeCycle> {
        if other.upwards().any(|each| each.is(self)) {
            return Err(WouldBeCycle);
        }
        if let Some(parent) = self.parent() {
            parent
                .0
                .children
                .borrow_mut()
                .retain(|child| !child.is(self));
        }
        other.adopt(self);
        Ok(())
    }

    fn adopt(&self, child: &Self) {
        *child.0.parent.borrow_mut() = Rc::downgrade(&self.0);
        self.0.children.borrow_mut().push(child.clone());
    }

    fn upwards(&self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self.clone()), Self::parent)
    }

    fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home() -> (Folder, Folder, Folder) {
        let home = Folder::new("home");
        let photos = home.make("photos");
        let beach = photos.make("beach");
        (home, photos, beach)
    }

    #[test]
    fn a_path_goes_up_to_the_top() {
        let (home, _photos, beach) = home();
        assert_eq!(beach.path(), "home/photos/beach");
        assert!(home.parent().is_none());
        assert_eq!(home.count(), 3);
    }

    #[test]
    fn a_folder_moves_with_what_is_in_it() {
        let (home, photos, beach) = home();
        let archive = home.make("archive");
        assert_eq!(photos.move_into(&archive), Ok(()));
        assert_eq!(beach.path(), "home/archive/photos/beach");
        assert_eq!(home.count(), 4);
    }

    #[test]
    fn no_folder_goes_into_itself() {
        let (home, photos, beach) = home();
        assert_eq!(photos.move_into(&beach), Err(WouldBeCycle));
        assert_eq!(home.move_into(&home), Err(WouldBeCycle));
        assert_eq!(beach.path(), "home/photos/beach");
    }

    #[test]
    fn a_child_does_not_keep_its_parent() {
        let (home, photos, beach) = home();
        let watch = Rc::downgrade(&home.0);
        drop((home, photos));
        assert!(watch.upgrade().is_none());
        assert!(beach.parent().is_none());
        assert_eq!(beach.path(), "beach");
    }
}
