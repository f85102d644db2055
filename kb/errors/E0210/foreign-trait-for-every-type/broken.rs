use std::fmt::{self, Display};

pub trait Columns {
    fn columns(&self) -> Vec<String>;
}

impl<T: Columns> Display for T {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.columns().join(" | "))
    }
}
