pub trait Protocol {
    type Request;
    type Answer;

    fn handle(&self, request: Self::Request) -> Self::Answer;
}

pub fn ping(server: &dyn Protocol<Request = String, Answer = String>) -> String {
    server.handle("ping".to_string())
}
