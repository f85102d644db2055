pub trait Store<T> {
    fn put(&mut self, value: T);
    fn update<T>(&mut self, change: impl Fn(&mut T));
}
