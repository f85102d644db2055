enum Transport {
    TCP,
    UDP,
}

fn describe(transport: &Transport) -> &'static str {
    match transport {
        Transport::TCP => "stream",
        Transport::UDP => "packets",
    }
}

fn main() {
    println!("{}", describe(&Transport::TCP));
    println!("{}", describe(&Transport::UDP));
}
