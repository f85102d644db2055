use std::collections::HashMap;

pub struct Cache<T, T> {
    pub entries: HashMap<T, T>,
}
