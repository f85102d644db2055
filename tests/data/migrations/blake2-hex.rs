use blake2::{Digest, Blake2b512};

fn main() {
    let mut hasher = Blake2b512::new();
    hasher.update(b"one two");
    let hex = format!("{:x}", hasher.finalize());
    let again = format!("{:x}", Blake2b512::digest(b"another"));
    println!("{hex} {again}");
}
