pub trait Storage {
    fn put(&self, key: &str);
}

pub fn save_all(storage: &dyn Storage, keys: &[&str]) {
    for key in keys {
        storage.put(key);
    }
}
