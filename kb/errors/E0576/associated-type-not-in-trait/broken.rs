pub fn latest<I: Iterator>(events: I) -> Option<<I as Iterator>::Output> {
    events.last()
}
