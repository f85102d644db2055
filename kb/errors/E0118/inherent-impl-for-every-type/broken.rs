use std::fmt::Debug;

impl<T: Debug> T {
    pub fn log(&self) {
        println!("{self:?}");
    }
}
