use hmac::{Hmac, Mac, NewMac};
use sha2::Sha256;

fn main() {
    let mac = Hmac::<Sha256>::new_varkey(b"any length of key").unwrap();
    println!("{:?}", mac.finalize().into_bytes().to_vec());
}
