use std::fmt::Debug;

pub trait Extension: Debug {
    fn log(&self) {
        println!("{self:?}");
    }
}

impl<T: Debug> Extension for T {}
