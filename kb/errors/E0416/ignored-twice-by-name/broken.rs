pub fn status(response: (u16, String, Vec<u8>)) -> u16 {
    let (status, rest, rest) = response;
    status
}
