pub struct Response<Body = Vec<Self>> {
    pub status: u16,
    pub body: Body,
}
