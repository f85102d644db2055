pub fn free_id(used: &[u32]) -> u32 {
    let mut candidate = 1;
    loop {
        if !used.contains(&candidate) {
            break candidate;
        }
        candidate += 1;
    }
}
