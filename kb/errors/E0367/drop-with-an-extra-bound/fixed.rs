use std::fmt::Display;

pub struct Guard<T: Display> {
    pub label: T,
}

impl<T: Display> Drop for Guard<T> {
    fn drop(&mut self) {
        println!("leaving {}", self.label);
    }
}
