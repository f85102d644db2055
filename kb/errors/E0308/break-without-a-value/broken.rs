pub fn free_id(used: &[u32]) -> u32 {
    let mut candidate = 1;
    let id: u32 = loop {
        if !used.contains(&candidate) {
            break;
        }
        candidate += 1;
    };
    id
}
