pub fn warn_if_full(used: u64, capacity: u64) {
    if capacity == 0 {
        break;
    }
    let percent = used * 100 / capacity;
    if percent >= 90 {
        println!("disk is {percent} % full");
    }
}
