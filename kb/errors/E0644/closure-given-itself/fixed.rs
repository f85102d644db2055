fn sum_to(n: u32) -> u32 {
    if n == 0 { 0 } else { n + sum_to(n - 1) }
}

fn main() {
    let total = sum_to(4);
    println!("{total}");
}
