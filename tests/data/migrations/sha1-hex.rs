use sha1::{Digest, Sha1};

fn main() {
    let mut hasher = Sha1::new();
    hasher.update(b"one two");
    let hex = format!("{:x}", hasher.finalize());
    let again = format!("{:x}", Sha1::digest(b"another"));
    println!("{hex} {again}");
}
