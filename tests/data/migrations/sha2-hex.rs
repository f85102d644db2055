use sha2::{Digest, Sha256};

fn main() {
    let mut hasher = Sha256::new();
    hasher.update(b"one two");
    let hex = format!("{:x}", hasher.finalize());
    let again = format!("{:x}", Sha256::digest(b"another"));
    println!("{hex} {again}");
}
