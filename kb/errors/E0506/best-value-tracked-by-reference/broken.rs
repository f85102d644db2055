fn main() {
    let mut seed = 7u32;
    let mut candidate = seed;
    let mut best = &candidate;
    for _ in 0..5 {
        seed = seed * 31 % 101;
        candidate = seed;
        if candidate > *best {
            best = &candidate;
        }
    }
    println!("best score {best}");
}
