fn at_least(limit: u32) -> impl Fn(&u32) -> bool {
    |value| *value >= limit
}

fn main() {
    let readings = [12, 48, 33];
    let high: Vec<_> = readings.into_iter().filter(at_least(30)).collect();
    println!("{high:?}");
}
