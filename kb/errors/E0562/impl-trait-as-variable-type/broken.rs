fn main() {
    let even: impl Iterator<Item = u32> = (1..=10).filter(|n| n % 2 == 0);
    for number in even {
        println!("{number}");
    }
}
