use std::{fmt, io};

pub fn disk(error: io::Error) -> String {
    format!("disk: {error}")
}

pub fn text(error: fmt::Error) -> String {
    format!("text: {error}")
}
