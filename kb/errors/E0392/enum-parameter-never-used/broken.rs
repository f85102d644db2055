pub enum Outcome<T, E> {
    Done(T),
    Failed,
    Skipped,
}
