fn main() {
    let mut seed = 7u32;
    let mut best = seed;
    for _ in 0..5 {
        seed = seed * 31 % 101;
        if seed > best {
            best = seed;
        }
    }
    println!("best score {best}");
}
