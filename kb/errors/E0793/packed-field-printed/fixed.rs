#[repr(C, packed)]
struct Header {
    kind: u8,
    length: u32,
}

fn main() {
    let header = Header {
        kind: 1,
        length: 512,
    };
    let length = header.length;
    println!("kind {}, {length} bytes", header.kind);
}
