use sha3::{Digest, Sha3_256};

fn main() {
    let mut hasher = Sha3_256::new();
    hasher.update(b"one two");
    let hex = format!("{:x}", hasher.finalize());
    let again = format!("{:x}", Sha3_256::digest(b"another"));
    println!("{hex} {again}");
}
