pub fn next_id(last: &mut u64) -> u64 {
    *last += 1;;
    *last
}
