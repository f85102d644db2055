use std::any::Any;

pub fn sendable<T: Any + Send>(payload: *const T) -> *const (dyn Any + Send) {
    payload
}
