pub fn first_free_delay(busy: &[u32]) -> u32 {
    let mut delay = 1;
    while true {
        if !busy.contains(&delay) {
            break delay;
        }
        delay *= 2;
    }
}
