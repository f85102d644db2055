pub fn ping_three_times(send: impl Fn() -> bool) -> bool {
    for attempt in 0..3 {
        if send() {
            return true;
        }
    }
    false
}
