use sha2::{Digest, Sha256};

fn main() {
    let mut hasher = Sha256::new();
    hasher.input(b"one ");
    hasher.input("two");
    let sum = hasher.result();
    let bytes: Vec<u8> = sum.to_vec();
    println!("hasher.input(x) {bytes:?}");
}
