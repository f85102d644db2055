use bytes::{Buf, Bytes};

fn first(buf: &impl Buf) -> u8 {
    buf.bytes()[0]
}

fn rest(mut held: Bytes) -> Bytes {
    held.advance(2);
    held.to_bytes()
}

fn main() {
    let mut buf = Bytes::from_static(b"a line, buf.bytes()");
    println!("{} {:?}", first(&buf), rest(buf.clone()));
    buf.advance(3);
    println!("{:?} {:?}", buf.bytes().len(), &buf[..]);
}
