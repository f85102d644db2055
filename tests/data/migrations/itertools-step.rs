use itertools::Itertools;

fn main() {
    let steps: Vec<u8> = (0..10).step(3).collect();
    println!("{steps:?} {:?}", (0..4).step(1).collect_vec());
}
