pub struct View<'a, T> {
    pub items: &'a [T],
}
