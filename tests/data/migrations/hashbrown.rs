use hashbrown::HashMap;

fn filled() -> HashMap<u32, u32> {
    (0..10).map(|n| (n, n * n)).collect()
}

fn main() {
    let mut map = filled();
    let mut gone: Vec<(u32, u32)> = map.drain_filter(|key, _| key % 2 == 0).collect();
    gone.sort();
    let mut keys = map.drain_filter(|key, _| key % 3 == 0).map(|(key, _)| key).collect::<Vec<_>>();
    keys.sort();
    let mut other = filled();
    let count = other.drain_filter(|_, square| *square > 20).count();
    println!("{gone:?} {keys:?} {} {count} {}", map.len(), other.len());
}
