use std::fmt::Error as FormatError;
use std::io::Error as IoError;

pub fn disk(error: IoError) -> String {
    format!("disk: {error}")
}

pub fn text(error: FormatError) -> String {
    format!("text: {error}")
}
