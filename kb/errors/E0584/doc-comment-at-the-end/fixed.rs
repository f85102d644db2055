pub trait Storage {
    /// Stores `value` under `key`.
    fn put(&mut self, key: &str, value: &str);

    // TODO: a method that lists all keys
}
