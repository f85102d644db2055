use lru::LruCache;

fn main() {
    let mut cache: LruCache<u8, &str> = LruCache::new(2);
    let mut other = LruCache::<u8, u8>::new(1_000);
    for (key, word) in [(1, "LruCache::new(3)"), (2, "two"), (3, "three")] {
        cache.put(key, word);
        other.put(key, key);
    }
    println!("{:?} {:?} {}", cache.peek(&1), cache.peek(&2), other.len());
    cache.resize(1);
    println!("{:?} {:?}", cache.peek(&2), cache.peek(&3));
}
