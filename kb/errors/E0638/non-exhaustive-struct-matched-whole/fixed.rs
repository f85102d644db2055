use std::cell::Cell;
use std::thread::{AccessError, LocalKey};

pub fn label(request: &'static LocalKey<Cell<u32>>) -> String {
    match request.try_with(Cell::get) {
        Ok(id) => format!("request {id}"),
        Err(AccessError { .. }) => String::from("shutting down"),
    }
}
