fn main() {
    let mut bytes = 10_000;
    let mut packets = 0;
    while bytes > 1_500 {
        bytes -= 1_500;
        packets += 1;
    }
    println!("{packets} full packets, {bytes} bytes left");
}
