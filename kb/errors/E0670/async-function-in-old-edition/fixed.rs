use std::future::{self, Future};

pub fn label(id: u32) -> impl Future<Output = String> {
    future::ready(format!("order {}", id))
}
