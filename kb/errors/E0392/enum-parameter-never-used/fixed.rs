pub enum Outcome<T, E> {
    Done(T),
    Failed(E),
    Skipped,
}
