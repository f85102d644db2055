use std::net::SocketAddr;

use socket2::{Domain, Protocol, Socket, Type};

fn main() {
    let any: SocketAddr = "127.0.0.1:0".parse().unwrap();
    let listening = Socket::new(Domain::ipv4(), Type::stream(), Some(Protocol::tcp())).unwrap();
    listening.bind(&any.into()).unwrap();
    listening.listen(1).unwrap();
    let spoken = Socket::new(Domain::ipv4(), Type::dgram(), Some(socket2::Protocol::udp())).unwrap();
    println!("Type::dgram() {}", spoken.bind(&any.into()).is_ok());
    let numbers: [i32; 3] = [Domain::ipv6().into(), Protocol::icmpv4().into(), Protocol::icmpv6().into()];
    println!("{numbers:?}");
}
