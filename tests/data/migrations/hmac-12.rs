use hmac::{Hmac, Mac, NewMac};
use sha2::Sha256;

fn keyed(text: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(b"key").unwrap();
    mac.update(text);
    mac
}

fn main() {
    let tag = keyed(b"text").finalize().into_bytes().to_vec();
    let right = keyed(b"text").verify(&tag).is_ok();
    let wrong = keyed(b"other").verify(&tag).is_ok();
    let short = keyed(b"text").verify(&tag[..16]).is_ok();
    println!("{tag:?} {right} {wrong} {short}");
}
