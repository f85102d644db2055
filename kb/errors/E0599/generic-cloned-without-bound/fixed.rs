pub fn doubled<T: Clone>(item: T) -> Vec<T> {
    vec![item.clone(), item]
}
