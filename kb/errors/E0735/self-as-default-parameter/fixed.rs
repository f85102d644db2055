pub struct Response<Body = Vec<u8>> {
    pub status: u16,
    pub body: Body,
}
