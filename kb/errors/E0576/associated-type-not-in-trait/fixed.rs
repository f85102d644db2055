pub fn latest<I: Iterator>(events: I) -> Option<I::Item> {
    events.last()
}
