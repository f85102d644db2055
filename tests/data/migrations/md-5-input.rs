use md5::{Digest, Md5};

fn main() {
    let mut hasher = Md5::new();
    hasher.input(b"one ");
    hasher.input("two");
    let sum = hasher.result();
    let bytes: Vec<u8> = sum.to_vec();
    println!("hasher.input(x) {bytes:?}");
}
