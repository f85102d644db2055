pub fn doubled<T>(item: T) -> Vec<T> {
    vec![item.clone(), item]
}
