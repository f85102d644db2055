#[derive(Clone, Copy)]
pub struct Handler {
    pub id: u32,
    pub run: fn(&str),
}

pub fn remove(handlers: &mut Vec<Handler>, unwanted: Handler) {
    handlers.retain(|handler| handler.run != unwanted.run);
}
