//! Compare two ways to look up a number.

use benchmark_with_instant::measure;
use std::collections::HashSet;

fn main() {
    let numbers: Vec<u32> = (0..1_000).map(|n| n * 7).collect();
    let set: HashSet<u32> = numbers.iter().copied().collect();
    let wanted = 6_993;

    let linear = measure(1_000, wanted, |wanted| numbers.contains(&wanted));
    let hashed = measure(1_000, wanted, |wanted| set.contains(&wanted));
    println!("Vec::contains:     {linear}");
    println!("HashSet::contains: {hashed}");
    println!("the set is {:.1} times faster", linear.ratio_to(&hashed));
}
