use std::fmt::{self, Display};

pub trait Columns {
    fn columns(&self) -> Vec<String>;
}

pub struct Row<T>(pub T);

impl<T: Columns> Display for Row<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.columns().join(" | "))
    }
}
