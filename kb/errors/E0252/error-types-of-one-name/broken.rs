use std::fmt::Error;
use std::io::Error;

pub fn disk(error: Error) -> String {
    format!("disk: {error}")
}

pub fn text(error: Error) -> String {
    format!("text: {error}")
}
