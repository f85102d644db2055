pub trait Storage {
    fn free_bytes(&self) -> u64;
}

fn has_room<S: Storage + ?Sized>(storage: &S, bytes: u64) -> bool {
    storage.free_bytes() >= bytes
}

pub fn first_with_room(backends: &[Box<dyn Storage>], bytes: u64) -> Option<usize> {
    backends
        .iter()
        .position(|backend| has_room(backend.as_ref(), bytes))
}
