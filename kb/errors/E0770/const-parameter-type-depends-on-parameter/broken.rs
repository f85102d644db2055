pub struct Bounded<T, const LIMIT: T> {
    pub items: Vec<T>,
}
