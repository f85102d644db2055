pub struct Context {
    pub id: u32,
}

unsafe impl !Send for Context {}

impl Context {
    pub fn new(id: u32) -> Self {
        Context { id }
    }
}
