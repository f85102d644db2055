enum Transport {
    Tcp,
    Udp,
}

fn describe(transport: &Transport) -> &'static str {
    match transport {
        Transport::Tcp => "stream",
        Transport::Udp => "packets",
    }
}

fn main() {
    println!("{}", describe(&Transport::Tcp));
    println!("{}", describe(&Transport::Udp));
}
