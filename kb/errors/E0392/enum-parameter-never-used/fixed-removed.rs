pub enum Outcome<T> {
    Done(T),
    Failed,
    Skipped,
}
