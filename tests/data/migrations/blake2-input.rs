use blake2::{Digest, Blake2b};

fn main() {
    let mut hasher = Blake2b::new();
    hasher.input(b"one ");
    hasher.input("two");
    let sum = hasher.result();
    let bytes: Vec<u8> = sum.to_vec();
    println!("hasher.input(x) {bytes:?}");
}
