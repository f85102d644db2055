pub struct Job {
    payload: *mut u8,
    length: usize,
}

impl Send for Job {}

impl Job {
    pub fn new(payload: Box<[u8]>) -> Job {
        let length = payload.len();
        Job {
            payload: Box::into_raw(payload).cast(),
            length,
        }
    }

    pub fn bytes(&self) -> (*const u8, usize) {
        (self.payload, self.length)
    }
}
