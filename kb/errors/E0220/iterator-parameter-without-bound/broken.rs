pub struct Lookahead<I> {
    pub source: I,
    pub next: Option<I::Item>,
}

pub fn is_done<T>(next: &Option<T>, left: usize) -> bool {
    next.is_none() && left == 0
}
