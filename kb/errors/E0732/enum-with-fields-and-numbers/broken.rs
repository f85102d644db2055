pub enum Packet {
    Ping = 1,
    Data(Vec<u8>) = 2,
    Close = 3,
}
