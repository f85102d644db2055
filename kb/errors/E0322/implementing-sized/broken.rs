struct Packet {
    id: u32,
}

impl Sized for Packet {}

fn send<T: Sized>(packets: Vec<T>) -> usize {
    packets.len()
}

fn main() {
    let packet = Packet { id: 1 };
    println!("packet {}", packet.id);
    println!("{}", send(vec![packet]));
}
