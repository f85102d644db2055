use std::any::Any;

pub fn sendable(payload: *const dyn Any) -> *const (dyn Any + Send) {
    payload as *const (dyn Any + Send)
}
