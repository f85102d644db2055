pub fn sort_pair(low: &mut u32, high: &mut u32) {
    if *low > *high {
        let kept = low;
        low = high;
        high = kept;
    }
    println!("{low} to {high}");
}
