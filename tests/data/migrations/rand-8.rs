use rand::Rng;

fn main() {
    let mut rng = rand::thread_rng();
    let (low, high) = (3, 5);
    let drawn: Vec<i32> = (0..500).map(|_| rng.gen_range(low, high)).collect();
    println!("{:?} {:?}", drawn.iter().min(), drawn.iter().max());
}
