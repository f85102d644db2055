pub trait Store<T> {
    fn put(&mut self, value: T);
    fn update(&mut self, change: impl Fn(&mut T));
}
