fn main() {
    let mut bytes = 10_000;
    let mut packets = 0;
    let remaining = &mut bytes;
    while bytes > 1_500 {
        *remaining -= 1_500;
        packets += 1;
    }
    println!("{packets} full packets, {bytes} bytes left");
}
