fn checksum(data: &[u8]) -> u32 {
    data.iter().map(|&byte| u32::from(byte)).sum()
}

fn main() {
    let buffer = [1u8, 2, 3];
    let view = &buffer as &[u8];
    println!("{}", checksum(view));
}
