use std::mem;

pub fn sort_pair(low: &mut u32, high: &mut u32) {
    if *low > *high {
        mem::swap(low, high);
    }
    println!("{low} to {high}");
}
