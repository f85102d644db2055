struct Packet {
    id: u32,
}

fn send<T>(packets: Vec<T>) -> usize {
    packets.len()
}

fn main() {
    let packet = Packet { id: 1 };
    println!("packet {}", packet.id);
    println!("{}", send(vec![packet]));
}
