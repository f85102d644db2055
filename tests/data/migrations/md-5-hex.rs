use md5::{Digest, Md5};

fn main() {
    let mut hasher = Md5::new();
    hasher.update(b"one two");
    let hex = format!("{:x}", hasher.finalize());
    let again = format!("{:x}", Md5::digest(b"another"));
    println!("{hex} {again}");
}
