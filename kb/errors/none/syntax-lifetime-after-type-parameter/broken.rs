pub struct View<T, 'a> {
    pub items: &'a [T],
}
