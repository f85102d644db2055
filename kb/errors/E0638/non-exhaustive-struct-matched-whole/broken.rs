use std::cell::Cell;
use std::thread::{AccessError, LocalKey};

pub fn current(request: &'static LocalKey<Cell<u32>>) -> Option<u32> {
    match request.try_with(Cell::get) {
        Ok(id) => Some(id),
        Err(AccessError {}) => None,
    }
}
