fn main() {
    let even = (1..=10).filter(|n| n % 2 == 0);
    for number in even {
        println!("{number}");
    }
}
